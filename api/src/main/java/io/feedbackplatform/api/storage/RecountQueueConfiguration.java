package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.core.recount.RecountQueue;
import io.feedbackplatform.core.sqs.SqsRecountQueue;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sqs.SqsClient;

@Configuration(proxyBeanMethods = false)
class RecountQueueConfiguration {

  @Bean
  RecountQueue recountQueue(Environment environment, StorageSettings storage) {
    var url = environment.getProperty(SqsRecountQueue.QUEUE_VARIABLE);
    return url == null || url.isBlank()
        ? RecountQueueConfiguration::refuse
        : (tenant, id) -> {
          // Orders are rare, and no start of a process is to wait for this client.
          try (var client = client(url, storage)) {
            new SqsRecountQueue(client, url).send(tenant, id);
          }
        };
  }

  private static void refuse(Object tenant, Object id) {
    throw new ProblemException(
        ProblemCode.SERVICE_UNAVAILABLE,
        "Nobody carries out recounts here. Set the API's environment variable "
            + SqsRecountQueue.QUEUE_VARIABLE
            + " to the URL of the queue that the function 'recount' reads, then send this again.");
  }

  /** The caller waits for the answer; the queue may be in another region than this process. */
  private static SqsClient client(String url, StorageSettings storage) {
    return SqsClient.builder()
        .region(SqsRecountQueue.regionOf(url).orElse(storage.region()))
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
}
