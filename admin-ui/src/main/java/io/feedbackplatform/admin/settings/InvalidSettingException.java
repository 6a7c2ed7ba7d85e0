package io.feedbackplatform.admin.settings;

/** A setting without which the console cannot start; the message is one sentence that names it. */
public final class InvalidSettingException extends RuntimeException {
  private final String variable;

  InvalidSettingException(String variable, String message) {
    super(message);
    this.variable = variable;
  }

  String variable() {
    return variable;
  }
}
