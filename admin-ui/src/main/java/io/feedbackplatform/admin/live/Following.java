package io.feedbackplatform.admin.live;

/** A source being followed. */
public interface Following {
  /** Reads now instead of at the next turn. */
  void readNow();

  /** Ends it for good. */
  void stop();
}
