package io.feedbackplatform.api.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class EarlyClientTest {

  private final StorageSettings here = settings("eu-central-1");

  @Test
  void isTakenOnce() {
    EarlyClient.begin(here);

    try (var first = EarlyClient.take(here);
        var second = EarlyClient.take(here)) {
      assertThat(first).isNotSameAs(second);
    }
  }

  @Test
  void isLeftWhenItWasBegunForSomewhereElse() {
    EarlyClient.begin(settings("us-east-1"));

    try (var client = EarlyClient.take(here)) {
      assertThat(client.serviceClientConfiguration().region()).isEqualTo(here.region());
    }
  }

  private static StorageSettings settings(String region) {
    var environment = new HashMap<String, String>();
    environment.put("AWS_REGION", region);
    environment.put("FEEDBACK_TABLE_NAME", "feedback-test");
    environment.put("ANALYTICS_TABLE_NAME", "analytics-test");
    environment.put("TENANTS_TABLE_NAME", "tenants-test");
    return StorageSettings.read(environment::get);
  }
}
