package io.feedbackplatform.core.themes;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * The terms of a period's messages, compared with those of the period before.
 *
 * <p>A term counts once a message, however often it is said there. What a theme tells is exact.
 * Time is in proportion to the length of all messages, and memory beyond them is bounded: of more
 * than 131,072 different terms the rarest may be missing.
 */
public final class Themes {

  /** So many at least say what is a theme: one voice is none, and is not to be singled out. */
  public static final int FEWEST = 2;

  /** More than are ever answered, as some say the same as others. */
  private static final int MOST_CANDIDATES = 1_000;

  private Themes() {}

  /**
   * @param now the messages of the period, those first that serve as examples
   * @param before the messages of the period before
   * @param limit of how many themes are wanted, at most
   */
  public static List<Theme> of(List<Said> now, List<Said> before, Order order, int limit) {
    return Pairs.withoutTheSame(find(now, candidates(now, before, order))).stream()
        .sorted(Comparator.comparing(Found::counted, order.comparator()))
        .limit(limit)
        .map(Found::theme)
        .toList();
  }

  private static List<Candidate> candidates(List<Said> now, List<Said> before, Order order) {
    var counts = new Tally().count(now).atLeast(FEWEST);
    var former = new HashMap<String, int[]>();
    for (var said : before) {
      for (var term : Terms.of(said.message())) {
        if (counts.containsKey(term)) {
          former.computeIfAbsent(term, any -> new int[1])[0]++;
        }
      }
    }
    var none = new int[1];
    var candidates = new ArrayList<Candidate>(counts.size());
    counts.forEach((term, count) ->
        candidates.add(
            new Candidate(
                term, count[0], now.size(), former.getOrDefault(term, none)[0], before.size())));
    return candidates.stream()
        .filter(order::has)
        .sorted(order.comparator())
        .limit(MOST_CANDIDATES)
        .toList();
  }

  private static Collection<Found> find(List<Said> now, List<Candidate> candidates) {
    var found = new HashMap<String, Found>();
    candidates.forEach(candidate -> found.put(candidate.term(), new Found(candidate)));
    for (int i = 0; i < now.size(); i++) {
      var said = now.get(i);
      for (var term : Terms.of(said.message())) {
        var messages = found.get(term);
        if (messages != null) {
          messages.add(i, said);
        }
      }
    }
    return found.values();
  }
}
