/**
 * What happens to every request before anybody looks at what it asks: its id, its limits, its log
 * line.
 */
@NullMarked
package io.feedbackplatform.api.request;

import org.jspecify.annotations.NullMarked;
