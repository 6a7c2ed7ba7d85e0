/** What the process is told from outside, checked once when it starts. */
@NullMarked
package io.feedbackplatform.api.settings;

import org.jspecify.annotations.NullMarked;
