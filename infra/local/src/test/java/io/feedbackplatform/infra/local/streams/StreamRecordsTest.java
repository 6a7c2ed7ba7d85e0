package io.feedbackplatform.infra.local.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

class StreamRecordsTest {

  private static final String ARN = "arn:aws:dynamodb:eu-west-1:000000000000:table/t/stream/1";

  @Test
  void keepsEverythingAboutTheChange() {
    var read =
        Record.builder()
            .eventID("event-1")
            .eventName(OperationType.MODIFY)
            .eventVersion("1.1")
            .eventSource("aws:dynamodb")
            .awsRegion("eu-west-1")
            .dynamodb(change ->
                change
                    .approximateCreationDateTime(Instant.parse("2026-02-03T04:05:06.789Z"))
                    .keys(Map.of("pk", s("key")))
                    .oldImage(Map.of("v", s("old")))
                    .newImage(Map.of("v", s("new")))
                    .sequenceNumber("42")
                    .sizeBytes(77L)
                    .streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
            .build();

    var record = StreamRecords.from(read, ARN);

    assertThat(record.getEventID()).isEqualTo("event-1");
    assertThat(record.getEventName()).isEqualTo("MODIFY");
    assertThat(record.getEventVersion()).isEqualTo("1.1");
    assertThat(record.getEventSource()).isEqualTo("aws:dynamodb");
    assertThat(record.getEventSourceARN()).isEqualTo(ARN);
    assertThat(record.getAwsRegion()).isEqualTo("eu-west-1");
    assertThat(record.getUserIdentity()).isNull();
    var change = record.getDynamodb();
    assertThat(change.getApproximateCreationDateTime())
        .isEqualTo(Date.from(Instant.parse("2026-02-03T04:05:06Z")));
    assertThat(change.getKeys()).containsExactly(Map.entry("pk", new AttributeValue("key")));
    assertThat(change.getOldImage()).containsExactly(Map.entry("v", new AttributeValue("old")));
    assertThat(change.getNewImage()).containsExactly(Map.entry("v", new AttributeValue("new")));
    assertThat(change.getSequenceNumber()).isEqualTo("42");
    assertThat(change.getSizeBytes()).isEqualTo(77L);
    assertThat(change.getStreamViewType()).isEqualTo("NEW_AND_OLD_IMAGES");
  }

  @Test
  void keepsWhoExpiredAnItemAndThatThereIsNoNewImage() {
    var read =
        Record.builder()
            .eventName(OperationType.REMOVE)
            .userIdentity(who -> who.principalId("dynamodb.amazonaws.com").type("Service"))
            .dynamodb(change -> change.oldImage(Map.of("v", s("old"))))
            .build();

    var record = StreamRecords.from(read, ARN);

    assertThat(record.getUserIdentity().getPrincipalId()).isEqualTo("dynamodb.amazonaws.com");
    assertThat(record.getUserIdentity().getType()).isEqualTo("Service");
    assertThat(record.getDynamodb().getNewImage()).isNull();
  }

  @Test
  void keepsEveryTypeOfAttribute() {
    var bytes = SdkBytes.fromUtf8String("b");
    var read =
        Map.of(
            "s", s("text"),
            "n", sdk().n("1.5").build(),
            "b", sdk().b(bytes).build(),
            "ss", sdk().ss("x", "y").build(),
            "ns", sdk().ns("1", "2").build(),
            "bs", sdk().bs(bytes).build(),
            "m", sdk().m(Map.of("inner", s("deep"))).build(),
            "l", sdk().l(s("first"), sdk().bool(true).build()).build(),
            "bool", sdk().bool(false).build(),
            "null", sdk().nul(true).build());

    var item =
        StreamRecords.from(
                Record.builder()
                    .eventName(OperationType.INSERT)
                    .dynamodb(change -> change.newImage(read))
                    .build(),
                ARN)
            .getDynamodb()
            .getNewImage();

    var buffer = ByteBuffer.wrap(bytes.asByteArray());
    assertThat(item)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "s", new AttributeValue("text"),
                "n", new AttributeValue().withN("1.5"),
                "b", new AttributeValue().withB(buffer),
                "ss", new AttributeValue().withSS("x", "y"),
                "ns", new AttributeValue().withNS("1", "2"),
                "bs", new AttributeValue().withBS(List.of(buffer)),
                "m", new AttributeValue().withM(Map.of("inner", new AttributeValue("deep"))),
                "l",
                    new AttributeValue()
                        .withL(new AttributeValue("first"), new AttributeValue().withBOOL(true)),
                "bool", new AttributeValue().withBOOL(false),
                "null", new AttributeValue().withNULL(true)));
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue s(String text) {
    return sdk().s(text).build();
  }

  private static software.amazon.awssdk.services.dynamodb.model.AttributeValue.Builder sdk() {
    return software.amazon.awssdk.services.dynamodb.model.AttributeValue.builder();
  }
}
