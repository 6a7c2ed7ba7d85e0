package io.feedbackplatform.workers.recount;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.recount.OutOfTime;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;

class RecountWiringTest {

  private static final String THROTTLED =
      """
      {"__type": "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"}\
      """;

  /** Metrics, and people by their runbooks, read them by these names. */
  @Test
  void logsWhatMetricsAreReadFrom() {
    var old = new Bucket.Day(LocalDate.parse("2020-02-20"));
    var total = new CounterKey(new Scope.Tenant(), new Bucket.Total());
    var drift =
        new RecountReport.Drift(total, Counts.ofOne(5, Sentiment.POSITIVE), Counts.ZERO, true);
    var unsettled = List.of(total, new CounterKey(new Scope.Tenant(), old));

    var logged = logged(new RecountReport(7, 0, 3, List.of(drift), unsettled));

    logged.remove("tenantId");
    assertThat(logged)
        .isEqualTo(
            Map.of(
                "items",
                7L,
                "compared",
                3,
                "drift",
                1,
                "unsettled",
                2,
                "unsettledPast",
                1L,
                "cutOff",
                false,
                "unreadable",
                0L,
                "unreadableIds",
                List.of()));
  }

  /** The client would ask eight times more before anybody slowed down. */
  @Test
  void asksAThrottledTableAtItsOwnPaceAlone() {
    var server = new WireMockServer(options().dynamicPort());
    server.start();
    try {
      server.stubFor(post(anyUrl()).willReturn(aResponse().withStatus(400).withBody(THROTTLED)));
      var storage =
          new DynamoDbStorage(
              RecountWiring.limited(at(server)),
              TableNames.ofStage("throttled"),
              Clock.systemUTC());
      var recounts = storage.recounts(RecountWiring.limitedToOneAttempt(at(server)));
      var looks = new AtomicInteger(1);

      assertThatThrownBy(() ->
              recounts.versions(TenantId.random(), Set.of(), () -> looks.getAndDecrement() > 0))
          .isInstanceOf(OutOfTime.class);

      server.verify(1, postRequestedFor(anyUrl()));
    } finally {
      server.stop();
    }
  }

  private static DynamoDbClientBuilder at(WireMockServer server) {
    return DynamoDbClient.builder()
        .endpointOverride(URI.create(server.baseUrl()))
        .region(LocalDynamoDb.REGION)
        .credentialsProvider(StaticCredentialsProvider.create(LocalDynamoDb.CREDENTIALS));
  }

  private static Map<String, Object> logged(RecountReport report) {
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger(RecountWiringTest.class);
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    try {
      RecountWiring.log(logger, TenantId.random(), report);
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
    var pairs = new LinkedHashMap<String, Object>();
    lines.list.getFirst().getKeyValuePairs().forEach(pair -> pairs.put(pair.key, pair.value));
    return pairs;
  }
}
