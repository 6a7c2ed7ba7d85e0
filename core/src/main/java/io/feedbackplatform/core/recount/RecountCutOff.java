package io.feedbackplatform.core.recount;

/** A recount failed on its way, and what it had found and repaired by then is not to be lost. */
public final class RecountCutOff extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final transient RecountReport report;

  RecountCutOff(RecountReport report, RuntimeException failure) {
    super("a recount was cut off: " + failure.getMessage(), failure);
    this.report = report;
  }

  /** What it found until then. */
  public RecountReport report() {
    return report;
  }
}
