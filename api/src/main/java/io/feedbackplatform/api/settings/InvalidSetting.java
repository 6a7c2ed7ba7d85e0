package io.feedbackplatform.api.settings;

/** The process cannot start as it was configured; the message names the variable. */
public class InvalidSetting extends RuntimeException {

  public InvalidSetting(String message) {
    super(message);
  }
}
