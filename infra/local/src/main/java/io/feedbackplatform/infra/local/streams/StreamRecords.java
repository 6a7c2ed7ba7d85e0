package io.feedbackplatform.infra.local.streams;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent;
import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamViewType;
import java.nio.ByteBuffer;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.Record;

/** Stream records as the SDK reads them, turned into what Lambda hands to a function. */
final class StreamRecords {

  private StreamRecords() {}

  static DynamodbEvent event(List<DynamodbStreamRecord> records) {
    var event = new DynamodbEvent();
    event.setRecords(records);
    return event;
  }

  static DynamodbStreamRecord from(Record read, String streamArn) {
    var record = new DynamodbStreamRecord();
    record.setEventID(read.eventID());
    record.setEventName(read.eventNameAsString());
    record.setEventVersion(read.eventVersion());
    record.setEventSource(read.eventSource());
    record.setAwsRegion(read.awsRegion());
    record.setEventSourceARN(streamArn);
    record.setDynamodb(change(read.dynamodb()));
    if (read.userIdentity() != null) {
      record.setUserIdentity(
          new Identity()
              .withPrincipalId(read.userIdentity().principalId())
              .withType(read.userIdentity().type()));
    }
    return record;
  }

  private static StreamRecord change(
      software.amazon.awssdk.services.dynamodb.model.StreamRecord read) {
    var change = new StreamRecord();
    if (read.approximateCreationDateTime() != null) {
      // The service gives whole seconds.
      change.setApproximateCreationDateTime(
          Date.from(read.approximateCreationDateTime().truncatedTo(ChronoUnit.SECONDS)));
    }
    change.setKeys(read.hasKeys() ? item(read.keys()) : null);
    change.setNewImage(read.hasNewImage() ? item(read.newImage()) : null);
    change.setOldImage(read.hasOldImage() ? item(read.oldImage()) : null);
    change.setSequenceNumber(read.sequenceNumber());
    change.setSizeBytes(read.sizeBytes());
    if (read.streamViewType() != null) {
      change.setStreamViewType(StreamViewType.fromValue(read.streamViewTypeAsString()));
    }
    return change;
  }

  private static Map<String, AttributeValue> item(
      Map<String, software.amazon.awssdk.services.dynamodb.model.AttributeValue> read) {
    return read.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> value(entry.getValue())));
  }

  private static AttributeValue value(
      software.amazon.awssdk.services.dynamodb.model.AttributeValue read) {
    var value = new AttributeValue();
    switch (read.type()) {
      case S -> value.setS(read.s());
      case N -> value.setN(read.n());
      case B -> value.setB(bytes(read.b()));
      case SS -> value.setSS(read.ss());
      case NS -> value.setNS(read.ns());
      case BS -> value.setBS(read.bs().stream().map(StreamRecords::bytes).toList());
      case M -> value.setM(item(read.m()));
      case L -> value.setL(read.l().stream().map(StreamRecords::value).toList());
      case BOOL -> value.setBOOL(read.bool());
      case NUL -> value.setNULL(read.nul());
      case UNKNOWN_TO_SDK_VERSION ->
          throw new IllegalArgumentException("An attribute of a type the SDK does not know.");
    }
    return value;
  }

  private static @Nullable ByteBuffer bytes(@Nullable SdkBytes read) {
    return read == null ? null : read.asByteBuffer();
  }
}
