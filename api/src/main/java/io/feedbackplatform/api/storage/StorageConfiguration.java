package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.problem.Unavailability;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  StorageSettings storageSettings(Environment environment) {
    return StorageSettings.read(environment::getProperty);
  }

  /** An attempt takes two seconds at most, all attempts five: the caller waits for the answer. */
  @Bean
  DynamoDbClient dynamoDbClient(StorageSettings settings) {
    return EarlyClient.take(settings);
  }

  static DynamoDbClient client(StorageSettings settings) {
    return DynamoDbClient.builder()
        .region(settings.region())
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
  Storage storage(DynamoDbClient client, StorageSettings settings, ApiSettings api, Clock clock) {
    return new DynamoDbStorage(client, settings.tables(), clock, api.plans());
  }

  @Bean
  Unavailability awsUnavailability() {
    return new AwsUnavailability();
  }
}
