package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.themes.Said;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What was read of a period, as much as themes are made of at most. */
final class Messages {

  /** With what themes are not made of, too: where most of it is spam, or from another site. */
  private static final int MOST_READ = 4_000;

  /** More makes themes hardly surer, and every answer slower. */
  private static final int MOST_FEEDBACK = 2_000;

  /** Characters: ten times as many as so much feedback usually has. */
  private static final int MOST_TEXT = 2_000_000;

  private final FeedbackFilter filter;
  private final TimeRange range;
  private final List<Said> said = new ArrayList<>();
  private int read;
  private int feedback;
  private int text;
  private boolean complete;
  private Instant oldest;

  Messages(FeedbackFilter filter, TimeRange range) {
    this.filter = filter;
    this.range = range;
    this.oldest = range.to();
  }

  /** Whether it had room for it. */
  boolean take(Feedback item) {
    if (read == MOST_READ) {
      return false;
    }
    if (filter.shows(item)) {
      if (feedback == MOST_FEEDBACK || text >= MOST_TEXT) {
        return false;
      }
      add(item);
    }
    read++;
    oldest = item.createdAt().isBefore(oldest) ? item.createdAt() : oldest;
    return true;
  }

  private void add(Feedback item) {
    feedback++;
    var message = item.submission().message();
    if (message != null) {
      text += message.length();
      said.add(new Said(item.id().value(), message, item.assessment().score()));
    }
  }

  /** There was no more. */
  void end() {
    complete = true;
  }

  List<Said> said() {
    return said;
  }

  /** When the oldest of it was submitted, or the begin of the period if that is all. */
  Instant from() {
    return complete ? range.from() : oldest;
  }

  ThemesResponse.Read told() {
    return new ThemesResponse.Read(feedback, said.size(), complete, from());
  }
}
