package io.feedbackplatform.core.sqs;

import java.util.Map;

/** Where a process is told which queue is meant. */
final class QueueUrl {

  private QueueUrl() {}

  /**
   * @param queue what waits in it, for who reads that it is missing
   * @throws IllegalStateException naming the variable that is missing
   */
  static String from(Map<String, String> environment, String variable, String queue) {
    var url = environment.get(variable);
    if (url == null || url.isBlank()) {
      throw new IllegalStateException(
          "Set the environment variable %s to the URL of the queue of %s."
              .formatted(variable, queue));
    }
    return url;
  }
}
