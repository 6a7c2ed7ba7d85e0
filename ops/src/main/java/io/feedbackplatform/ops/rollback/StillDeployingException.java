package io.feedbackplatform.ops.rollback;

/** CodeDeploy has not come to an end in time; the alarm has to be delivered again. */
final class StillDeployingException extends RuntimeException {

  StillDeployingException(String message) {
    super(message);
  }
}
