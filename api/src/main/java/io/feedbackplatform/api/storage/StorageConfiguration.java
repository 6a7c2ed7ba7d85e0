package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.problem.Unavailability;
import io.feedbackplatform.api.settings.InvalidSetting;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  TableNames tableNames(Environment environment) {
    var variables = new HashMap<String, String>();
    for (var table : List.of(TableLayout.FEEDBACK, TableLayout.ANALYTICS, TableLayout.TENANTS)) {
      var value = environment.getProperty(table.environmentVariable());
      if (value != null) {
        variables.put(table.environmentVariable(), value);
      }
    }
    try {
      return TableNames.fromEnvironment(variables);
    } catch (IllegalStateException missing) {
      throw new InvalidSetting(String.valueOf(missing.getMessage()));
    }
  }

  /**
   * An attempt may take two seconds and all attempts together five, so that a caller gets an
   * answer.
   */
  @Bean
  DynamoDbClient dynamoDbClient(Environment environment) {
    var region = environment.getProperty("AWS_REGION");
    if (region == null || region.isBlank()) {
      throw new InvalidSetting(
          "Set the environment variable AWS_REGION to the region of the tables.");
    }
    return DynamoDbClient.builder()
        .region(Region.of(region))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(Duration.ofSeconds(1))
                .socketTimeout(Duration.ofSeconds(2)))
        .overrideConfiguration(limits ->
            limits
                .apiCallAttemptTimeout(Duration.ofSeconds(2))
                .apiCallTimeout(Duration.ofSeconds(5)))
        .build();
  }

  @Bean
  Storage storage(DynamoDbClient client, TableNames names, Clock clock) {
    return new DynamoDbStorage(client, names, clock);
  }

  @Bean
  Unavailability awsUnavailability() {
    return new AwsUnavailability();
  }
}
