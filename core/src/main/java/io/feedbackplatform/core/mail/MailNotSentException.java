package io.feedbackplatform.core.mail;

import org.jspecify.annotations.Nullable;

/** Nobody took a message; it may be sent again. */
public final class MailNotSentException extends RuntimeException {

  public MailNotSentException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
