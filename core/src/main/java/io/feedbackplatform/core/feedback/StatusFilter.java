package io.feedbackplatform.core.feedback;

import java.util.EnumSet;
import java.util.Set;

/** Which feedback a list shows, by where the team stands with it. */
public record StatusFilter(Set<Status> statuses) {

  /** What people look at unless they ask otherwise. */
  public static final StatusFilter NO_SPAM =
      new StatusFilter(EnumSet.complementOf(EnumSet.of(Status.SPAM)));

  public StatusFilter {
    if (statuses.isEmpty()) {
      throw new IllegalArgumentException("a list shows at least one status");
    }
    statuses = Set.copyOf(statuses);
  }

  public static StatusFilter only(Status status) {
    return new StatusFilter(Set.of(status));
  }

  public boolean shows(Feedback feedback) {
    return statuses.contains(feedback.status());
  }
}
