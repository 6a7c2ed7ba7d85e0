package io.feedbackplatform.api.limit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.limit.BucketId;
import io.feedbackplatform.core.limit.Rate;
import io.feedbackplatform.core.limit.RateLimiter;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Where no DynamoDB is. */
class LimiterAloneTest {

  private static final Rate TWO_AN_HOUR = new Rate(2, Duration.ofHours(1), 2, 1);

  private final Logger logger = (Logger) LoggerFactory.getLogger(LimitConfiguration.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
  }

  @AfterEach
  void hearNoMore() {
    logger.detachAppender(lines);
  }

  @Test
  void letsRequestsThroughAndSaysSoInTheWordsThatTheAlarmCounts() {
    try (var nowhere =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://127.0.0.1:1"))
            .region(LocalDynamoDb.REGION)
            .credentialsProvider(StaticCredentialsProvider.create(LocalDynamoDb.CREDENTIALS))
            .httpClient(UrlConnectionHttpClient.create())
            .build()) {
      var clock = Clock.systemUTC();
      var storage = new DynamoDbStorage(nowhere, TableNames.ofStage("nowhere"), clock);
      var limiter = new LimitConfiguration().rateLimiter(storage, clock);
      var bucket = new BucketId(TenantId.random(), "team");

      assertThat(limiter.take(bucket, TWO_AN_HOUR).isAllowed()).isTrue();
      assertThat(limiter.take(bucket, TWO_AN_HOUR).isAllowed()).isTrue();
      assertThat(limiter.take(bucket, TWO_AN_HOUR).isAllowed())
          .as("the rate still holds")
          .isFalse();
    }

    assertThat(lines.list)
        .singleElement()
        .satisfies(line -> {
          assertThat(line.getLevel()).isEqualTo(Level.WARN);
          assertThat(line.getFormattedMessage()).isEqualTo(RateLimiter.ALONE);
        });
  }
}
