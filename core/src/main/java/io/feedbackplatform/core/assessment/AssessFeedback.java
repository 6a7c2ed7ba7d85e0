package io.feedbackplatform.core.assessment;

import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Outcome;
import io.feedbackplatform.core.sentiment.BatchSentimentAnalyzer.Text;
import io.feedbackplatform.core.tenant.SentimentBy;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.TenantState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Carries out orders: has feedback judged, and keeps what comes of it unless somebody has spoken
 * meanwhile. The tenant is asked again before anything leaves, and nothing does that came before it
 * chose so; doing an order twice changes nothing.
 */
public final class AssessFeedback {

  private final Function<TenantId, Optional<Tenant>> tenants;
  private final FeedbackStore store;
  private final BatchSentimentAnalyzer analyzer;

  /**
   * @param tenants how a tenant is as of now
   */
  public AssessFeedback(
      Function<TenantId, Optional<Tenant>> tenants,
      FeedbackStore store,
      BatchSentimentAnalyzer analyzer) {
    this.tenants = tenants;
    this.store = store;
    this.analyzer = analyzer;
  }

  /** Hears what becomes of each order that something becomes of. */
  public interface Listener {
    void assessed(AssessmentOrder order);

    /** The lexicon's word stands, for good. */
    void left(AssessmentOrder order, String why);

    /** The order is to come again. */
    void failed(AssessmentOrder order, RuntimeException failure);
  }

  private record Case(AssessmentOrder order, Text text) {}

  /** Whether a tenant has new feedback judged a second time, now. */
  static boolean isWanting(Tenant tenant) {
    return tenant.settings().sentimentBy() == SentimentBy.COMPREHEND
        && tenant.state() == TenantState.ACTIVE;
  }

  /** One order's failure does not keep the others from being carried out. */
  public void assess(List<AssessmentOrder> orders, Listener listener) {
    var wanting = new HashMap<TenantId, Optional<Tenant>>();
    var cases = new ArrayList<Case>();
    for (var order : orders.stream().distinct().toList()) {
      try {
        var text = textOf(order, wanting);
        if (text != null) {
          cases.add(new Case(order, text));
        }
      } catch (RuntimeException failure) {
        listener.failed(order, failure);
      }
    }
    if (!cases.isEmpty()) {
      var outcomes = analyzer.analyze(cases.stream().map(Case::text).toList());
      for (int i = 0; i < cases.size(); i++) {
        settle(cases.get(i).order(), outcomes.get(i), listener);
      }
    }
  }

  /** What is to be judged, if there still is anything. */
  private @Nullable Text textOf(AssessmentOrder order, Map<TenantId, Optional<Tenant>> wanting) {
    var tenant =
        wanting.computeIfAbsent(
            order.tenant(), id -> tenants.apply(id).filter(AssessFeedback::isWanting));
    if (tenant.isEmpty()) {
      return null;
    }
    var settings = tenant.get().settings();
    return store
        .find(order.tenant(), order.feedback())
        .filter(feedback -> settings.isForComprehend(feedback.createdAt()))
        .filter(feedback -> feedback.mood().isOpen() && feedback.status() != Status.SPAM)
        .map(AssessFeedback::textOf)
        .orElse(null);
  }

  private static @Nullable Text textOf(Feedback feedback) {
    var said = feedback.submission();
    return said.message() == null ? null : new Text(said.message(), said.locale());
  }

  private void settle(AssessmentOrder order, Outcome outcome, Listener listener) {
    switch (outcome) {
      case Outcome.Assessed(var assessment) -> {
        try {
          if (store.assess(order.tenant(), order.feedback(), assessment)) {
            listener.assessed(order);
          }
        } catch (RuntimeException failure) {
          listener.failed(order, failure);
        }
      }
      case Outcome.Unsuitable(var why) -> listener.left(order, why);
      case Outcome.Failed(var cause) -> listener.failed(order, cause);
    }
  }
}
