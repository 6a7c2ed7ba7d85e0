package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which feedback a list shows; what is absent does not matter.
 *
 * @param span when it was submitted
 * @param choices what was picked on the scales
 */
public record FeedbackFilter(
    Set<Status> statuses,
    Span span,
    @Nullable SiteId site,
    Choices choices,
    @Nullable Sentiment sentiment,
    Topic topic) {

  /** What people look at unless they ask otherwise. */
  public static final FeedbackFilter NO_SPAM = in(EnumSet.complementOf(EnumSet.of(Status.SPAM)));

  public FeedbackFilter {
    if (statuses.isEmpty()) {
      throw new IllegalArgumentException("a list shows at least one status");
    }
    statuses = Set.copyOf(statuses);
  }

  public static FeedbackFilter only(Status status) {
    return in(Set.of(status));
  }

  private static FeedbackFilter in(Set<Status> statuses) {
    return new FeedbackFilter(statuses, Span.EVER, null, Choices.ANY, null, Topic.ANY);
  }

  public FeedbackFilter during(Span other) {
    return new FeedbackFilter(statuses, other, site, choices, sentiment, topic);
  }

  public FeedbackFilter from(@Nullable SiteId other) {
    return new FeedbackFilter(statuses, span, other, choices, sentiment, topic);
  }

  public FeedbackFilter answering(Choices others) {
    return new FeedbackFilter(statuses, span, site, others, sentiment, topic);
  }

  public FeedbackFilter feeling(@Nullable Sentiment other) {
    return new FeedbackFilter(statuses, span, site, choices, other, topic);
  }

  public FeedbackFilter about(Topic other) {
    return new FeedbackFilter(statuses, span, site, choices, sentiment, other);
  }

  public boolean shows(Feedback feedback) {
    return statuses.contains(feedback.status())
        && span.holds(feedback.createdAt())
        && (site == null || site.equals(feedback.site()))
        && choices.holdFor(feedback.submission())
        && (sentiment == null || sentiment == feedback.sentiment())
        && topic.isOf(feedback);
  }
}
