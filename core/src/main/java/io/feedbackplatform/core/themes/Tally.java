package io.feedbackplatform.core.themes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many messages have each term. It never holds more terms than it has room for: when it is
 * full, the rarest are forgotten (lossy counting), so that a flood of words that are made up costs
 * the rare terms of their period, and no memory. What it counted of the terms that are left may
 * then be too little.
 *
 * @see <a href="https://www.vldb.org/conf/2002/S10P03.pdf">Manku and Motwani (2002), Approximate
 *     frequency counts over data streams</a>
 */
final class Tally {

  private static final int ROOM = 1 << 17;

  private final Map<String, int[]> counts = new HashMap<>();
  private final int room;

  Tally() {
    this(ROOM);
  }

  Tally(int room) {
    this.room = room;
  }

  Tally count(List<Said> messages) {
    for (var said : messages) {
      for (var term : Terms.of(said.message())) {
        count(term);
      }
    }
    return this;
  }

  private void count(String term) {
    var known = counts.get(term);
    if (known != null) {
      known[0]++;
      return;
    }
    if (counts.size() == room) {
      forgetHalf();
    }
    counts.put(term, new int[] {1});
  }

  /** Half at least, so that it seldom has to be done. */
  private void forgetHalf() {
    for (int rare = 1; counts.size() > room / 2; rare++) {
      int most = rare;
      counts.values().removeIf(count -> count[0] <= most);
    }
  }

  int size() {
    return counts.size();
  }

  /** The terms that at least so many messages have. */
  Map<String, int[]> atLeast(int messages) {
    counts.values().removeIf(count -> count[0] < messages);
    return counts;
  }
}
