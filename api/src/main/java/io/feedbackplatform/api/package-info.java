/**
 * The HTTP face of the platform: translates requests into what the core does, and answers into
 * JSON.
 */
@NullMarked
package io.feedbackplatform.api;

import org.jspecify.annotations.NullMarked;
