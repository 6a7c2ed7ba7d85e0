package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.process.CannotStartException;
import java.io.IOException;
import java.time.Duration;

/** Runs the steps of the start one after the other and takes their time. */
record Steps(Progress progress) {

  /** One step; what it gives is what the next ones work with. */
  interface Step<T> {
    T run() throws CannotStartException, IOException, InterruptedException;
  }

  <T> T run(String name, Step<T> step)
      throws CannotStartException, IOException, InterruptedException {
    long start = System.nanoTime();
    var result = step.run();
    progress.done(name, Duration.ofNanos(System.nanoTime() - start));
    return result;
  }
}
