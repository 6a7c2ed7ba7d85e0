package io.feedbackplatform.infra.local;

import io.feedbackplatform.core.assessment.AssessFeedback;
import io.feedbackplatform.core.assessment.OrderAssessments;
import io.feedbackplatform.core.comprehend.ComprehendSentimentAnalyzer;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsAssessmentOrders;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.infra.local.queues.QueuePump;
import io.feedbackplatform.workers.assessment.AssessHandler;
import io.feedbackplatform.workers.dispatch.DispatchHandler;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.comprehend.ComprehendClient;

/** The way of feedback to Comprehend, or to what answers in its place. */
final class Assessing {

  private static final String QUEUE = "assessments-local";

  private Assessing() {}

  /** What goes behind the stream. */
  static DispatchHandler dispatch(Storage storage, LocalSqs queues) {
    return new DispatchHandler(
        new OrderAssessments(
            storage.tenants()::find,
            new SqsAssessmentOrders(queues.client(), queues.queue(QUEUE))));
  }

  static QueuePump start(Storage storage, LocalSqs queues, URI comprehend) {
    var analyzer =
        new ComprehendSentimentAnalyzer(
            ComprehendClient.builder()
                .endpointOverride(comprehend)
                .region(LocalDynamoDb.REGION)
                .credentialsProvider(StaticCredentialsProvider.create(LocalDynamoDb.CREDENTIALS))
                .httpClient(UrlConnectionHttpClient.create()));
    return QueuePump.start(
        queues.client(),
        queues.queue(QUEUE),
        Duration.ofSeconds(30),
        new AssessHandler(
            new AssessFeedback(storage.tenants()::find, storage.feedback(), analyzer)));
  }
}
