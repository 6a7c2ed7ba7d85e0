package io.feedbackplatform.core.themes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leaves out terms that say no more than a pair of words does: each of its words, and each pair
 * that shares a word with it, of whose messages at least four of five have that pair. Of a sentence
 * that many send alike, that leaves little more than one pair.
 */
final class Pairs {

  private final Map<String, List<Found>> pairs = new HashMap<>();

  private Pairs() {}

  /** What is left. */
  static List<Found> withoutTheSame(Collection<Found> found) {
    return found.stream()
        .sorted(
            Comparator.comparing((Found one) -> !isPair(one.term()))
                .thenComparing(Comparator.comparingInt(Found::size).reversed())
                .thenComparing(Found::term))
        .filter(new Pairs()::isNew)
        .toList();
  }

  private boolean isNew(Found found) {
    var words = List.of(found.term().split(" "));
    boolean said =
        words.stream()
            .flatMap(word -> pairs.getOrDefault(word, List.of()).stream())
            .anyMatch(found::saysTheSameAs);
    if (isPair(found.term())) {
      words.forEach(word -> pairs.computeIfAbsent(word, any -> new ArrayList<>()).add(found));
    }
    return !said;
  }

  private static boolean isPair(String term) {
    return term.indexOf(' ') >= 0;
  }
}
