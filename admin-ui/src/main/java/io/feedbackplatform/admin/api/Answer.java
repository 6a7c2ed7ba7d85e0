package io.feedbackplatform.admin.api;

import org.jspecify.annotations.Nullable;

/** What came back from a question that may be asked again cheaply. */
public sealed interface Answer<T> {

  /**
   * A new state of things.
   *
   * @param etag to be sent with the next question, if the API gave one
   */
  record Fresh<T>(T body, @Nullable String etag) implements Answer<T> {}

  /** Nothing has changed since the answer whose ETag was sent. */
  record Unchanged<T>() implements Answer<T> {}
}
