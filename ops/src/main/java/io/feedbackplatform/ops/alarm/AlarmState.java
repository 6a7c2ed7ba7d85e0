package io.feedbackplatform.ops.alarm;

import java.time.Instant;

/**
 * How an alarm stands.
 *
 * @param since when it came to be so
 */
public record AlarmState(String name, Value value, Instant since) {

  /** CloudWatch's states, by its names. */
  public enum Value {
    OK,
    ALARM,
    INSUFFICIENT_DATA
  }
}
