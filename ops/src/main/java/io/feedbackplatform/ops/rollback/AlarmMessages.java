package io.feedbackplatform.ops.rollback;

import java.io.InputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what SNS hands to a function (SNS developer guide, "Fanout to Lambda functions") around
 * what CloudWatch tells of an alarm. What is missing or of another form becomes empty text, which
 * admission refuses.
 */
final class AlarmMessages {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** CloudWatch's own form, 2026-01-31T10:00:00.000+0000. */
  private static final DateTimeFormatter CLOUDWATCH =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]Z");

  private AlarmMessages() {}

  /** The messages of an event; one without any when it is not an event of SNS. */
  static List<AlarmMessage> read(InputStream event) {
    var records = json(event).path("Records");
    var messages =
        StreamSupport.stream(records.spliterator(), false)
            .map(each -> message(each.path("Sns")))
            .toList();
    return messages.isEmpty() ? List.of(message(JSON.createObjectNode())) : messages;
  }

  private static JsonNode json(InputStream event) {
    try {
      return JSON.readTree(event);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (JacksonException notJson) {
      return JSON.createObjectNode();
    }
  }

  private static AlarmMessage message(JsonNode sns) {
    var alarm = json(text(sns, "Message"));
    return new AlarmMessage(
        text(sns, "MessageId"),
        text(sns, "TopicArn"),
        text(alarm, "AWSAccountId"),
        text(alarm, "AlarmName"),
        text(alarm, "NewStateValue"),
        instant(text(alarm, "StateChangeTime")));
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).isString() ? node.path(field).stringValue() : "";
  }

  private static @Nullable Instant instant(String text) {
    try {
      return OffsetDateTime.parse(text, CLOUDWATCH).toInstant();
    } catch (DateTimeParseException notSo) {
      return iso(text);
    }
  }

  private static @Nullable Instant iso(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException neither) {
      return null;
    }
  }
}
