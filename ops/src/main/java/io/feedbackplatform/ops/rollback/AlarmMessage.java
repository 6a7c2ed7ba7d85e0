package io.feedbackplatform.ops.rollback;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a message says of itself; nothing of it is believed before it is admitted. Texts are cut to
 * a length that can be written down.
 *
 * @param changedAt when the alarm went off; null when the message does not tell
 */
public record AlarmMessage(
    String messageId,
    String topicArn,
    String account,
    String alarm,
    String newState,
    @Nullable Instant changedAt) {

  private static final int LONGEST = 255;
  private static final Duration OLDEST = Duration.ofMinutes(15);

  /** By how much the clocks of two services of AWS may differ. */
  private static final Duration SKEW = Duration.ofMinutes(2);

  public AlarmMessage {
    messageId = cut(messageId);
    topicArn = cut(topicArn);
    account = cut(account);
    alarm = cut(alarm);
    newState = cut(newState);
  }

  private static String cut(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /**
   * Why this message is not acted upon; empty when it may be.
   *
   * @param topic ARN of the topic that alarms are sent to, in the account they belong to
   * @param alarms the only ones that may cause a rollback
   */
  public Optional<String> refusal(String topic, Set<String> alarms, Instant now) {
    if (!topicArn.equals(topic)) {
      return Optional.of("it is not from the alarms' topic");
    }
    if (!account.equals(topic.split(":", -1)[4])) {
      return Optional.of("it is from another account");
    }
    if (!alarms.contains(alarm)) {
      return Optional.of("its alarm is not one that causes rollbacks");
    }
    if (!newState.equals("ALARM")) {
      return Optional.of("it does not say that the alarm went off");
    }
    if (changedAt == null) {
      return Optional.of("it does not say when the alarm went off");
    }
    if (changedAt.isBefore(now.minus(OLDEST))) {
      return Optional.of("it is older than 15 minutes");
    }
    return changedAt.isAfter(now.plus(SKEW))
        ? Optional.of("it is from the future")
        : Optional.empty();
  }
}
