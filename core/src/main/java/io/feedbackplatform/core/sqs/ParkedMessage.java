package io.feedbackplatform.core.sqs;

import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.parking.ParkedRecord;
import io.feedbackplatform.core.parking.ParkedRecord.Reason;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** A parked record as the attributes of a message, and back; what is not known is absent. */
final class ParkedMessage {

  static final String BODY = "A stream record that could not be read: see the attributes.";

  private static final String TENANT = "tenantId";
  private static final String EVENT = "eventId";
  private static final String SEQUENCE_NUMBER = "sequenceNumber";
  private static final String STREAM = "streamArn";
  private static final String FEEDBACK = "feedbackId";
  private static final String REASON = "reason";
  private static final String FAILURE = "failure";

  private ParkedMessage() {}

  static Map<String, MessageAttributeValue> attributes(ParkedRecord record) {
    var attributes = new HashMap<String, MessageAttributeValue>();
    put(attributes, TENANT, record.tenant() == null ? null : record.tenant().value());
    put(attributes, EVENT, record.eventId());
    put(attributes, SEQUENCE_NUMBER, record.sequenceNumber());
    put(attributes, STREAM, record.streamArn());
    put(attributes, FEEDBACK, record.feedback() == null ? null : record.feedback().value());
    put(attributes, REASON, record.reason().name().toLowerCase(Locale.ROOT));
    put(attributes, FAILURE, record.failure());
    return attributes;
  }

  static ParkedRecord record(Map<String, MessageAttributeValue> attributes) {
    var tenant = text(attributes, TENANT);
    var feedback = text(attributes, FEEDBACK);
    return new ParkedRecord(
        tenant == null ? null : new TenantId(tenant),
        required(attributes, EVENT),
        text(attributes, SEQUENCE_NUMBER),
        text(attributes, STREAM),
        feedback == null ? null : new FeedbackId(feedback),
        Reason.valueOf(required(attributes, REASON).toUpperCase(Locale.ROOT)),
        required(attributes, FAILURE));
  }

  private static void put(
      Map<String, MessageAttributeValue> attributes, String name, @Nullable String text) {
    if (text != null) {
      attributes.put(
          name, MessageAttributeValue.builder().dataType("String").stringValue(text).build());
    }
  }

  private static @Nullable String text(Map<String, MessageAttributeValue> attributes, String name) {
    var value = attributes.get(name);
    return value == null ? null : value.stringValue();
  }

  private static String required(Map<String, MessageAttributeValue> attributes, String name) {
    var text = text(attributes, name);
    if (text == null) {
      throw new IllegalStateException("a message of the parked records lacks its " + name);
    }
    return text;
  }
}
