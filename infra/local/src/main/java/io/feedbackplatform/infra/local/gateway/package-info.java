/**
 * API Gateway on this machine: HTTP becomes its events, and what a function answers becomes HTTP.
 */
@NullMarked
package io.feedbackplatform.infra.local.gateway;

import org.jspecify.annotations.NullMarked;
