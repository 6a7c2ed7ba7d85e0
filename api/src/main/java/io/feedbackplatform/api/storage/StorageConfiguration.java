package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.problem.Unavailability;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.TenantCredentials;
import io.feedbackplatform.core.dynamodb.TenantScope;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sts.StsClient;

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

  @Bean
  DynamoDbClient dynamoDbClient(StorageSettings settings) {
    return EarlyClient.take(settings);
  }

  static DynamoDbClient client(StorageSettings settings) {
    return DynamoDbClient.builder()
        .region(settings.region())
        .credentialsProvider(credentials(settings))
        .httpClientBuilder(http())
        .overrideConfiguration(StorageConfiguration::limited)
        .build();
  }

  /** An attempt takes two seconds at most, all attempts five: the caller waits for the answer. */
  private static ClientOverrideConfiguration.Builder limited(
      ClientOverrideConfiguration.Builder limits) {
    return limits
        .apiCallAttemptTimeout(Duration.ofSeconds(2))
        .apiCallTimeout(Duration.ofSeconds(5));
  }

  /** Where there is a role for it, each tenant's data is asked for with a session of its own. */
  private static AwsCredentialsProvider credentials(StorageSettings settings) {
    var own = DefaultCredentialsProvider.builder().build();
    var role = settings.tenantRole();
    if (role == null) {
      return own;
    }
    var sts =
        StsClient.builder()
            .region(settings.region())
            .credentialsProvider(own)
            .httpClientBuilder(http())
            .overrideConfiguration(StorageConfiguration::limited)
            .build();
    return new TenantCredentials(own, new TenantSessions(sts, role));
  }

  private static UrlConnectionHttpClient.Builder http() {
    return UrlConnectionHttpClient.builder()
        .connectionTimeout(Duration.ofSeconds(1))
        .socketTimeout(Duration.ofSeconds(2));
  }

  @Bean
  Storage storage(DynamoDbClient client, StorageSettings settings, ApiSettings api, Clock clock) {
    return TenantScope.bind(new DynamoDbStorage(client, settings.tables(), clock, api.plans()));
  }

  @Bean
  Unavailability awsUnavailability() {
    return new AwsUnavailability();
  }
}
