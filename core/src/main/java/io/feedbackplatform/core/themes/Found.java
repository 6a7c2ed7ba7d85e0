package io.feedbackplatform.core.themes;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The messages that have a term, all of them. */
final class Found {

  private final Candidate candidate;

  private final BitSet messages = new BitSet();
  private final List<String> examples = new ArrayList<>();
  private double mood;

  Found(Candidate candidate) {
    this.candidate = candidate;
  }

  String term() {
    return candidate.term();
  }

  void add(int message, Said said) {
    messages.set(message);
    mood += said.mood();
    if (examples.size() < Theme.MOST_EXAMPLES) {
      examples.add(said.id());
    }
  }

  int size() {
    return messages.cardinality();
  }

  /** Whether at least four of five of these messages are among the other's, too. */
  boolean saysTheSameAs(Found other) {
    var both = (BitSet) messages.clone();
    both.and(other.messages);
    return 5L * both.cardinality() >= 4L * size();
  }

  /** The term as often as it was found, where it was but roughly counted before. */
  Candidate counted() {
    return candidate.counted(size());
  }

  Theme theme() {
    var exact = counted();
    return new Theme(
        new Term(exact.term()),
        exact.feedback(),
        exact.share(),
        exact.before(),
        exact.beforeShare(),
        exact.logLikelihood(),
        mood / size(),
        examples);
  }
}
