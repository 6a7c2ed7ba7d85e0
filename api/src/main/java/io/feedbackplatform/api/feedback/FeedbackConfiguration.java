package io.feedbackplatform.api.feedback;

import io.feedbackplatform.core.feedback.SubmitFeedback;
import io.feedbackplatform.core.quota.Quota;
import io.feedbackplatform.core.sentiment.LexiconSentimentAnalyzer;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

  @Bean
  SubmitFeedback submitFeedback(Storage storage, Quota quota, Clock clock) {
    return new SubmitFeedback(storage.feedback(), LexiconSentimentAnalyzer.english(), quota, clock);
  }
}
