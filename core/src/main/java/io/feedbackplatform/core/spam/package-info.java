/** Which feedback looks as if a program had sent it, and why. */
@NullMarked
package io.feedbackplatform.core.spam;

import org.jspecify.annotations.NullMarked;
