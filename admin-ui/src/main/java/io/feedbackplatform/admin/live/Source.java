package io.feedbackplatform.admin.live;

import io.feedbackplatform.admin.api.Answer;
import io.feedbackplatform.admin.api.ApiException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that can be read again and again. */
@FunctionalInterface
public interface Source<T> {
  /**
   * The state now; empty if it is the same as the last time.
   *
   * @throws ApiException when it cannot be known
   */
  Optional<T> read();

  /**
   * A source that remembers the ETag of its last answer, so that no change costs next to nothing.
   */
  static <T> Source<T> conditional(Question<T> question) {
    return new Source<>() {
      private @Nullable String etag;

      @Override
      public synchronized Optional<T> read() {
        return switch (question.ask(etag)) {
          case Answer.Unchanged<T>() -> Optional.empty();
          case Answer.Fresh<T>(T body, String newEtag) -> {
            etag = newEtag;
            yield Optional.of(body);
          }
        };
      }
    };
  }

  /** A question that takes the ETag of its last answer. */
  @FunctionalInterface
  interface Question<T> {
    /** Asks. */
    Answer<T> ask(@Nullable String etag);
  }
}
