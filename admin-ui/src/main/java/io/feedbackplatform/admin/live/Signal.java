package io.feedbackplatform.admin.live;

import io.feedbackplatform.admin.api.ApiException;
import java.time.Duration;

/** What a view that follows something is told. */
public sealed interface Signal<T> {
  /** A new state. */
  record News<T>(T state) implements Signal<T> {}

  /** The last question had no answer; the next one follows by itself. */
  record Trouble<T>(ApiException why, Duration nextTry) implements Signal<T> {}

  /** Questions are answered again after trouble; news follow if there are any. */
  record Recovered<T>() implements Signal<T> {}

  /** Only the user can go on, by signing in; no question follows. */
  record SignedOut<T>(String explanation) implements Signal<T> {}
}
