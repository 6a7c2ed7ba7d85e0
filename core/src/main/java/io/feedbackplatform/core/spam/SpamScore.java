package io.feedbackplatform.core.spam;

import java.util.Collection;
import java.util.List;

/**
 * How much a piece of feedback looked like spam when it came, and why.
 *
 * @param score 0 to {@value #MOST}
 * @param reasons the words of the signs that were seen, sorted; as words, because feedback outlives
 *     the signs that a release knows
 */
public record SpamScore(int score, List<String> reasons) {

  public static final int MOST = 100;

  /** What comes with at least this score is spam from the start. */
  public static final int THRESHOLD = 50;

  /** Nothing was seen, or nobody looked. */
  public static final SpamScore NONE = new SpamScore(0, List.of());

  public SpamScore {
    if (score < 0 || score > MOST) {
      throw new IllegalArgumentException("a spam score is between 0 and " + MOST);
    }
    reasons = reasons.stream().sorted().distinct().toList();
  }

  /** The sum of what the signs weigh. */
  static SpamScore of(Collection<SpamSign> signs) {
    int sum = signs.stream().mapToInt(SpamSign::weight).sum();
    return new SpamScore(Math.min(sum, MOST), signs.stream().map(SpamSign::word).toList());
  }

  public boolean isSpam() {
    return score >= THRESHOLD;
  }
}
