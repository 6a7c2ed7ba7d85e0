package io.feedbackplatform.core.change;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What happened to a piece of feedback. */
public sealed interface FeedbackChange {

  TenantId tenant();

  /** It was submitted. */
  record Created(TenantId tenant, Feedback feedback) implements FeedbackChange {}

  /** It was edited or moved to another status. */
  record Updated(TenantId tenant, Feedback before, Feedback after) implements FeedbackChange {}

  /** Somebody deleted it: it counts no more. */
  record Deleted(TenantId tenant, Feedback feedback) implements FeedbackChange {}

  /** Its time was up: it is gone, and stays counted. */
  record Expired(TenantId tenant, Feedback feedback) implements FeedbackChange {}

  /** How the tenant's counters change with it; counters that stay as they are do not appear. */
  default Map<CounterKey, Counts> difference() {
    var difference = new HashMap<CounterKey, Counts>();
    switch (this) {
      case Created(var tenant, var feedback) -> add(difference, feedback, counts(feedback));
      case Updated(var tenant, var before, var after) -> {
        add(difference, before, counts(before).negated());
        add(difference, after, counts(after));
      }
      case Deleted(var tenant, var feedback) ->
          add(difference, feedback, counts(feedback).negated());
      case Expired(var tenant, var feedback) -> {}
    }
    difference.values().removeIf(Counts.ZERO::equals);
    return difference;
  }

  private static Counts counts(Feedback feedback) {
    return feedback.status() == Status.SPAM
        ? Counts.ZERO
        : Counts.ofOne(feedback.submission().rating(), feedback.sentiment());
  }

  private static void add(Map<CounterKey, Counts> difference, Feedback feedback, Counts counts) {
    for (var scope : List.of(new Scope.Tenant(), new Scope.Site(feedback.site()))) {
      buckets(feedback)
          .forEach(bucket -> difference.merge(new CounterKey(scope, bucket), counts, Counts::plus));
    }
  }

  private static Stream<Bucket> buckets(Feedback feedback) {
    return Stream.concat(
        Stream.of(new Bucket.Total()),
        Stream.of(Granularity.values())
            .map(width -> Bucket.Period.holding(width, feedback.createdAt())));
  }
}
