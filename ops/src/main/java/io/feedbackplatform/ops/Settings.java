package io.feedbackplatform.ops;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the environment tells a handler. Each setting is read when it is asked for. */
public record Settings(Map<String, String> environment) {

  public Settings {
    environment = Map.copyOf(environment);
  }

  /** Of this process. */
  public static Settings ofProcess() {
    return new Settings(System.getenv());
  }

  public String operationsTable() {
    return required("OPERATIONS_TABLE_NAME");
  }

  public String function() {
    return required("API_FUNCTION_NAME");
  }

  public String alias() {
    return required("API_ALIAS");
  }

  public String alarmTopicArn() {
    return required("ALARM_TOPIC_ARN");
  }

  /** The alarms that speak for the function, and no others. */
  public Set<String> alarms() {
    var names =
        Arrays.stream(required("ROLLBACK_ALARM_NAMES").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toUnmodifiableSet());
    if (names.isEmpty()) {
      // To CloudWatch, no names mean all alarms.
      throw new IllegalStateException("ROLLBACK_ALARM_NAMES must name an alarm");
    }
    return names;
  }

  public String notificationTopicArn() {
    return required("NOTIFICATION_TOPIC_ARN");
  }

  public String deploymentApplication() {
    return required("DEPLOYMENT_APPLICATION");
  }

  public String deploymentGroup() {
    return required("DEPLOYMENT_GROUP");
  }

  public Duration bakeTime() {
    var minutes = required("BAKE_MINUTES");
    if (!minutes.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalStateException("BAKE_MINUTES must be from 1 to 9999, not " + minutes);
    }
    return Duration.ofMinutes(Long.parseLong(minutes));
  }

  /** The secret that holds the address of Slack's webhook; null when Slack is not used. */
  public @Nullable String slackWebhookSecret() {
    var secret = environment.get("SLACK_WEBHOOK_SECRET");
    return secret == null || secret.isBlank() ? null : secret;
  }

  private String required(String name) {
    var value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalStateException("The environment variable " + name + " must be set.");
    }
    return value;
  }
}
