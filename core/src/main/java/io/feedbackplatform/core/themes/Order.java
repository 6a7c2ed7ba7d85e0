package io.feedbackplatform.core.themes;

import java.util.Comparator;

/** Which themes come first. */
public enum Order {
  /** Those that most messages have. */
  FREQUENT,
  /** Those that are said more often than before alone, the least likely by chance first. */
  RISING;

  boolean has(Candidate candidate) {
    return this == FREQUENT || candidate.isRising();
  }

  Comparator<Candidate> comparator() {
    var frequent =
        Comparator.comparingInt(Candidate::feedback).reversed().thenComparing(Candidate::term);
    return switch (this) {
      case FREQUENT -> frequent;
      case RISING ->
          Comparator.comparingDouble(Candidate::logLikelihood).reversed().thenComparing(frequent);
    };
  }
}
