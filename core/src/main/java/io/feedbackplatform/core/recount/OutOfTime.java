package io.feedbackplatform.core.recount;

/** There is no time left to read what a recount needs. */
public final class OutOfTime extends RuntimeException {

  private static final long serialVersionUID = 1;

  public OutOfTime() {
    super("there is no time left for a recount");
  }
}
