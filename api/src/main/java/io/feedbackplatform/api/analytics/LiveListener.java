package io.feedbackplatform.api.analytics;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Tells one client what it does not know yet. Of several states it hears the last. */
final class LiveListener {

  private static final Duration RETRY = Duration.ofSeconds(2);
  private static final Duration LOOK = Duration.ofMillis(100);
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private final EventStream stream;
  private @Nullable LiveState known;
  private long spoken = System.nanoTime();

  /**
   * @param known what the client says that it has heard
   */
  LiveListener(EventStream stream, @Nullable LiveState known) {
    this.stream = stream;
    this.known = known;
  }

  void begin(LiveFigures figures) throws IOException {
    stream.retry(RETRY);
    tell(figures);
  }

  /**
   * Goes on until it is time to end, the client may hear no more, or the process ends.
   *
   * @throws IOException when nobody is there any more
   */
  void follow(LiveFeed feed, BooleanSupplier mayHear, Duration length, CountDownLatch end)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + length.toNanos();
    while (!end.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)
        && System.nanoTime() - deadline < 0
        && mayHear.getAsBoolean()) {
      tell(feed.latest());
      if (System.nanoTime() - spoken >= HEARTBEAT.toNanos()) {
        stream.heartbeat();
        spoken = System.nanoTime();
      }
    }
  }

  private void tell(LiveFigures figures) throws IOException {
    if (known == null || !known.covers(figures.state())) {
      stream.event("figures", figures.state(), figures.data());
      known = figures.state();
      spoken = System.nanoTime();
    }
  }
}
