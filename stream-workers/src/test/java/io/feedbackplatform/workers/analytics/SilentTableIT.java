package io.feedbackplatform.workers.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.parking.InMemoryParkedRecords;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Against a DynamoDB that accepts every connection and answers none. */
class SilentTableIT {

  @Test
  void reportsTheFirstRecordInsteadOfWaitingForAnswers() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var client =
          AggregateHandler.limitedToOneAttempt(
              DynamoDbClient.builder()
                  .endpointOverride(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                  .region(LocalDynamoDb.REGION)
                  .credentialsProvider(
                      StaticCredentialsProvider.create(LocalDynamoDb.CREDENTIALS)));
      var storage = new DynamoDbStorage(client, TableNames.ofStage("silent"), Clock.systemUTC());

      var aggregator =
          new Aggregator(storage.counters(), storage.fences(), new InMemoryParkedRecords());
      var ofManyTenants =
          IntStream.range(7, 57).mapToObj(number -> inserted(Integer.toString(number))).toList();
      var end = Instant.now().plusSeconds(3);

      var failure =
          assertTimeoutPreemptively(
              Duration.ofSeconds(20),
              () -> aggregator.count(ofManyTenants, () -> Instant.now().isBefore(end)));

      assertThat(failure).contains("7");
    }
  }

  private static DynamodbStreamRecord inserted(String number) {
    var images =
        new StreamRecord()
            .withSequenceNumber(number)
            .withNewImage(
                Map.of(
                    "pk", text("T#" + TenantId.random() + "#F#0"),
                    "sk", text(FeedbackId.next().value()),
                    "siteId", text(SiteId.random().value()),
                    "message", text("Words."),
                    "sentiment", text("neutral"),
                    "status", text("new"),
                    "createdAt", text(TestObjects.NOW.toString())));
    var inserted = new DynamodbStreamRecord();
    inserted.setEventID("event-" + number);
    inserted.setEventName("INSERT");
    inserted.setDynamodb(images);
    return inserted;
  }

  private static AttributeValue text(String value) {
    return new AttributeValue().withS(value);
  }
}
