package io.feedbackplatform.core.comprehend;

import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.ComprehendClientBuilder;
import software.amazon.awssdk.services.comprehend.model.BatchDetectSentimentItemResult;
import software.amazon.awssdk.services.comprehend.model.BatchDetectSentimentResponse;
import software.amazon.awssdk.services.comprehend.model.BatchItemError;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;

/**
 * Has messages judged by Amazon Comprehend, in as few requests as they fit into: one for up to 25
 * of a language. Sent is the message, up to its first 5,000 bytes, and nothing else of the feedback
 * or its tenant. The score is the confidence in "positive" less that in "negative"; what is mixed
 * counts as neutral.
 */
public final class ComprehendSentimentAnalyzer implements BatchSentimentAnalyzer {

  /** As many as a request takes (API_BatchDetectSentiment). */
  private static final int MOST_AT_ONCE = 25;

  /** What a request is refused for because of a document in it (API_BatchDetectSentiment). */
  private static final Set<String> OF_DOCUMENTS =
      Set.of(
          "InvalidRequestException",
          "TextSizeLimitExceededException",
          "UnsupportedLanguageException",
          "ValidationException");

  private final ComprehendClient client;

  /** The first attempt and three more: throttles and the service's own faults, with jitter. */
  private static final int ATTEMPTS = 4;

  /**
   * @param builder which knows where Comprehend is, and whose account it asks with
   */
  public ComprehendSentimentAnalyzer(ComprehendClientBuilder builder) {
    client =
        builder
            .overrideConfiguration(limits ->
                limits
                    .retryStrategy(
                        AwsRetryStrategy.standardRetryStrategy().toBuilder()
                            .maxAttempts(ATTEMPTS)
                            .build())
                    .apiCallAttemptTimeout(Duration.ofSeconds(5))
                    .apiCallTimeout(Duration.ofSeconds(15)))
            .build();
  }

  @Override
  public List<Outcome> analyze(List<Text> texts) {
    var outcomes = new @Nullable Outcome[texts.size()];
    var byLanguage = new EnumMap<LanguageCode, List<Integer>>(LanguageCode.class);
    for (int i = 0; i < texts.size(); i++) {
      var text = texts.get(i);
      var language = Document.languageOf(text.message(), text.locale());
      if (language.isPresent()) {
        byLanguage.computeIfAbsent(language.get(), code -> new ArrayList<>()).add(i);
      } else {
        outcomes[i] = new Outcome.Unsuitable("language");
      }
    }
    byLanguage.forEach((language, places) -> {
      for (int from = 0; from < places.size(); from += MOST_AT_ONCE) {
        int to = Math.min(places.size(), from + MOST_AT_ONCE);
        ask(language, texts, places.subList(from, to), outcomes);
      }
    });
    var answered = new ArrayList<Outcome>();
    for (var outcome : outcomes) {
      answered.add(Objects.requireNonNull(outcome));
    }
    return answered;
  }

  private void ask(
      LanguageCode language, List<Text> texts, List<Integer> places, @Nullable Outcome[] outcomes) {
    BatchDetectSentimentResponse answer;
    try {
      answer =
          client.batchDetectSentiment(request ->
              request
                  .languageCode(language)
                  .textList(
                      places.stream()
                          .map(place -> Document.cut(texts.get(place).message()))
                          .toList()));
    } catch (SdkException failure) {
      if (isOfDocuments(failure)) {
        askForEach(language, texts, places, outcomes, failure);
        return;
      }
      places.forEach(place -> outcomes[place] = new Outcome.Failed(failure));
      return;
    }
    var silent = new IllegalStateException("Comprehend left a document out");
    places.forEach(place -> outcomes[place] = new Outcome.Failed(silent));
    answer.resultList().stream()
        .filter(result -> isOneOf(places, result.index()))
        .forEach(result -> outcomes[places.get(result.index())] = of(result));
    answer.errorList().stream()
        .filter(error -> isOneOf(places, error.index()))
        .forEach(error -> outcomes[places.get(error.index())] = of(error));
  }

  /** A request is refused as a whole for one document that it has; so one goes alone. */
  private void askForEach(
      LanguageCode language,
      List<Text> texts,
      List<Integer> places,
      @Nullable Outcome[] outcomes,
      SdkException refusal) {
    if (places.size() == 1) {
      outcomes[places.getFirst()] = new Outcome.Unsuitable(codeOf(refusal));
    } else {
      places.forEach(place -> ask(language, texts, List.of(place), outcomes));
    }
  }

  private static boolean isOfDocuments(SdkException failure) {
    return OF_DOCUMENTS.contains(codeOf(failure));
  }

  private static String codeOf(SdkException failure) {
    return failure instanceof AwsServiceException service && service.awsErrorDetails() != null
        ? Objects.requireNonNullElse(service.awsErrorDetails().errorCode(), "")
        : "";
  }

  private static boolean isOneOf(List<Integer> places, @Nullable Integer index) {
    return index != null && index >= 0 && index < places.size();
  }

  private static Outcome of(BatchDetectSentimentItemResult result) {
    var confidence = result.sentimentScore();
    if (result.sentiment() == null
        || confidence == null
        || confidence.positive() == null
        || confidence.negative() == null) {
      return new Outcome.Failed(new IllegalStateException("Comprehend gave half an answer"));
    }
    var label =
        switch (result.sentiment()) {
          case POSITIVE -> Sentiment.POSITIVE;
          case NEGATIVE -> Sentiment.NEGATIVE;
          case NEUTRAL, MIXED, UNKNOWN_TO_SDK_VERSION -> Sentiment.NEUTRAL;
        };
    double score = confidence.positive() - confidence.negative();
    return new Outcome.Assessed(
        new Assessment(label, Math.clamp(score, -1, 1), List.of(), Source.COMPREHEND));
  }

  /** What is wrong with the service passes; what is wrong with the document stays. */
  private static Outcome of(BatchItemError error) {
    var code = error.errorCode() == null ? "" : error.errorCode().toUpperCase(Locale.ROOT);
    return code.contains("INTERNAL")
            || code.contains("SERVER")
            || code.contains("THROTTL")
            || code.startsWith("5")
        ? new Outcome.Failed(new IllegalStateException("Comprehend failed: " + code))
        : new Outcome.Unsuitable(code);
  }
}
