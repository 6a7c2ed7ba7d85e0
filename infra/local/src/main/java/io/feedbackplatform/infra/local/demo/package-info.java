/** Two tenants with members, sites and feedback to look at. */
@NullMarked
package io.feedbackplatform.infra.local.demo;

import org.jspecify.annotations.NullMarked;
