package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.feedback.NoteOpenedForm;
import io.feedbackplatform.core.feedback.SubmitFeedback;
import io.feedbackplatform.core.proof.ProofOfWork;
import io.feedbackplatform.core.quota.Quota;
import io.feedbackplatform.core.sentiment.LexiconSentimentAnalyzer;
import io.feedbackplatform.core.storage.Storage;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class FeedbackConfiguration {

  @Bean
  ProofOfWork proofOfWork(ApiSettings settings, Clock clock) {
    return new ProofOfWork(settings.cursorSecret().derive("proof of work 1"), clock);
  }

  @Bean
  NoteOpenedForm noteOpenedForm(Storage storage, Clock clock) {
    return new NoteOpenedForm(storage.openedForms(), clock);
  }

  @Bean
  SubmitFeedback submitFeedback(Storage storage, ProofOfWork proofs, Quota quota, Clock clock) {
    return new SubmitFeedback(
        storage.feedback(), new LexiconSentimentAnalyzer(), proofs, quota, clock);
  }
}
