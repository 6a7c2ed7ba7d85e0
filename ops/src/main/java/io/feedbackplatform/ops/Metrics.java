package io.feedbackplatform.ops;

/** Counts what happens. */
@FunctionalInterface
public interface Metrics {

  /** One more. */
  void count(Metric metric);
}
