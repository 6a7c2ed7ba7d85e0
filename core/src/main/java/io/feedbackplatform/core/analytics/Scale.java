package io.feedbackplatform.core.analytics;

/** The scales on which visitors answer, and where {@link Counts} keeps their histograms. */
enum Scale {
  RATING(1, 5, 1),
  NPS(0, 10, 6),
  CES(1, 7, 17);

  private final int least;
  private final int most;
  private final int first;

  Scale(int least, int most, int first) {
    this.least = least;
    this.most = most;
    this.first = first;
  }

  int least() {
    return least;
  }

  int width() {
    return most - least + 1;
  }

  /** The part of the lowest value. */
  int first() {
    return first;
  }

  int partOf(int value) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(this + " has no value " + value);
    }
    return first + value - least;
  }
}
