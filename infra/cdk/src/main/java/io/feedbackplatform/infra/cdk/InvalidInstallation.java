package io.feedbackplatform.infra.cdk;

/**
 * An installation cannot be made as it was asked for; the message says in a line how to mend it.
 */
public final class InvalidInstallation extends RuntimeException {

  InvalidInstallation(String message) {
    super(message);
  }
}
