/** Mail that the platform sends to people. */
@NullMarked
package io.feedbackplatform.core.mail;

import org.jspecify.annotations.NullMarked;
