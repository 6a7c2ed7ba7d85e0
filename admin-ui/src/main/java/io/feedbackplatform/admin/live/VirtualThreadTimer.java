package io.feedbackplatform.admin.live;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread watches the clock for all windows; the tasks themselves wait on virtual threads. */
final class VirtualThreadTimer implements Timer, AutoCloseable {
  private final ScheduledThreadPoolExecutor clock =
      new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().name("live-clock").daemon().factory());
  private final ExecutorService tasks =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("live-", 0).factory());

  VirtualThreadTimer() {
    clock.setRemoveOnCancelPolicy(true);
  }

  @Override
  public Runnable after(Duration delay, Runnable task) {
    Future<?> later =
        clock.schedule(() -> tasks.execute(task), delay.toMillis(), TimeUnit.MILLISECONDS);
    return () -> later.cancel(false);
  }

  @Override
  public void close() {
    clock.shutdownNow();
    tasks.shutdownNow();
  }
}
