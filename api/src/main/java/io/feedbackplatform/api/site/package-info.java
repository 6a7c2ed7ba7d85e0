/** Callers that are pages of a customer's site: their key, their origin, CORS. */
@NullMarked
package io.feedbackplatform.api.site;

import org.jspecify.annotations.NullMarked;
