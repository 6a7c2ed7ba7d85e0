package io.feedbackplatform.api.analytics;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The end of an answer that a thread of its own writes. When a write fails, the server ends the
 * answer and takes its objects for the next connection, perhaps before the writer is out of them:
 * what it leaves there would then fail a connection that is well. So the server is held until the
 * writer is gone.
 */
final class AnswerEnd implements AsyncListener {

  private static final long PATIENCE_SECONDS = 5;

  private final AsyncContext answer;
  private final CountDownLatch written = new CountDownLatch(1);
  private volatile boolean broken;

  AnswerEnd(AsyncContext answer) {
    this.answer = answer;
    answer.addListener(this);
  }

  /** Whether the server has found nobody there. */
  boolean isBroken() {
    return broken;
  }

  /** By the writer, who writes no more and found nothing wrong. */
  void complete() {
    written.countDown();
    answer.complete();
  }

  /** By the writer, who found nobody there. */
  void leaveToServer() {
    written.countDown();
  }

  @Override
  public void onError(AsyncEvent event) {
    broken = true;
    try {
      if (!written.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException("a writer does not end");
      }
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
    }
    answer.complete();
  }

  @Override
  public void onTimeout(AsyncEvent event) {}

  @Override
  public void onComplete(AsyncEvent event) {}

  @Override
  public void onStartAsync(AsyncEvent event) {}
}
