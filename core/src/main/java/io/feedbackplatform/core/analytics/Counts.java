package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How much feedback there is, how it was rated and what mood it was in; as a difference, any part
 * may be negative.
 *
 * @param total pieces of feedback
 * @param ones pieces rated 1, and so on to {@code fives}; a piece without a rating is in none of
 *     them
 */
public record Counts(
    long total,
    long ones,
    long twos,
    long threes,
    long fours,
    long fives,
    long positive,
    long neutral,
    long negative) {

  public static final Counts ZERO = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);

  /** What one piece of feedback adds. */
  public static Counts ofOne(@Nullable Integer rating, Sentiment sentiment) {
    int stars = rating == null ? 0 : rating;
    return new Counts(
        1,
        bit(stars == 1),
        bit(stars == 2),
        bit(stars == 3),
        bit(stars == 4),
        bit(stars == 5),
        bit(sentiment == Sentiment.POSITIVE),
        bit(sentiment == Sentiment.NEUTRAL),
        bit(sentiment == Sentiment.NEGATIVE));
  }

  public Counts plus(Counts other) {
    return new Counts(
        total + other.total,
        ones + other.ones,
        twos + other.twos,
        threes + other.threes,
        fours + other.fours,
        fives + other.fives,
        positive + other.positive,
        neutral + other.neutral,
        negative + other.negative);
  }

  public Counts negated() {
    return new Counts(
        -total, -ones, -twos, -threes, -fours, -fives, -positive, -neutral, -negative);
  }

  public long rated() {
    return ones + twos + threes + fours + fives;
  }

  /** The mean of the ratings to two decimals, half up; empty when nothing was rated. */
  public Optional<BigDecimal> averageRating() {
    if (rated() == 0) {
      return Optional.empty();
    }
    long sum = ones + 2 * twos + 3 * threes + 4 * fours + 5 * fives;
    return Optional.of(
        BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(rated()), 2, RoundingMode.HALF_UP));
  }

  private static long bit(boolean set) {
    return set ? 1 : 0;
  }
}
