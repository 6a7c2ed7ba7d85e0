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
 * @param answers what was picked on the scales
 */
public record FeedbackFilter(
    Set<Status> statuses,
    Span span,
    @Nullable SiteId site,
    Answers answers,
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
    return new FeedbackFilter(statuses, Span.EVER, null, Answers.NONE, null, Topic.ANY);
  }

  public FeedbackFilter during(Span other) {
    return new FeedbackFilter(statuses, other, site, answers, sentiment, topic);
  }

  public FeedbackFilter from(@Nullable SiteId other) {
    return new FeedbackFilter(statuses, span, other, answers, sentiment, topic);
  }

  public FeedbackFilter answering(Answers others) {
    return new FeedbackFilter(statuses, span, site, others, sentiment, topic);
  }

  public FeedbackFilter feeling(@Nullable Sentiment other) {
    return new FeedbackFilter(statuses, span, site, answers, other, topic);
  }

  public FeedbackFilter about(Topic other) {
    return new FeedbackFilter(statuses, span, site, answers, sentiment, other);
  }

  public boolean shows(Feedback feedback) {
    return statuses.contains(feedback.status())
        && span.holds(feedback.createdAt())
        && (site == null || site.equals(feedback.site()))
        && isAnswered(feedback.submission())
        && (sentiment == null || sentiment == feedback.sentiment())
        && topic.isOf(feedback);
  }

  private boolean isAnswered(Submission said) {
    return isGiven(answers.rating(), said.rating())
        && isGiven(answers.nps(), said.nps())
        && isGiven(answers.ces(), said.ces());
  }

  private static boolean isGiven(@Nullable Integer wanted, @Nullable Integer answer) {
    return wanted == null || wanted.equals(answer);
  }
}
