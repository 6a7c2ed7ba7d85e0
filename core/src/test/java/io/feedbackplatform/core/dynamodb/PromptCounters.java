package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.Counters;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The counters of DynamoDB on any client, which wait for next to nothing between attempts. */
public final class PromptCounters {

  private PromptCounters() {}

  public static Counters on(DynamoDbClient client, String table, Clock clock) {
    return new DynamoDbCounters(
        new DynamoDbTable(client, table), clock, new Backoff(Duration.ofNanos(1)));
  }
}
