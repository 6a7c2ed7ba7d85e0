package io.feedbackplatform.core.analytics;

/** There is no time left to count in: what is not counted is to be given again. */
public final class OutOfTime extends RuntimeException {

  private static final long serialVersionUID = 1;

  public OutOfTime() {
    super("there is no time left to count in");
  }
}
