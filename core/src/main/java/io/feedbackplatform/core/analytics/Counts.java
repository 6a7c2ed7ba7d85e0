package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * How much feedback there is, what it answered and what mood it was in; as a difference, any part
 * may be negative. It is kept as a row of parts, so that adding up is quick: the total, how often
 * each rating from 1 to 5 was given, each answer from 0 to 10 of the Net Promoter Score's question,
 * each from 1 to 7 of the Customer Effort Score's, how much was positive, neutral and negative, the
 * sum of the sentiment's scores, how many forms were opened, and how many of these were sent.
 */
public final class Counts {

  /** How many parts there are. */
  public static final int PARTS = 30;

  /** What each part is called, in the order of this class's description. */
  public static final List<String> NAMES = names();

  public static final Counts ZERO = new Counts(new long[PARTS]);

  private static final int POSITIVE = 24;
  private static final int NEUTRAL = 25;
  private static final int NEGATIVE = 26;
  private static final int SCORE_SUM = 27;
  private static final int OPENED = 28;
  private static final int SENT = 29;

  private static final Counts ONE_OPENED = ofOneOpened();

  private static final long MOST_SCORE = 10_000;

  private final long[] parts;

  private Counts(long[] parts) {
    this.parts = parts;
  }

  private static List<String> names() {
    var names = new ArrayList<String>();
    names.add("total");
    addScale(names, "rated", Scale.RATING);
    addScale(names, "nps", Scale.NPS);
    addScale(names, "ces", Scale.CES);
    names.addAll(List.of("positive", "neutral", "negative", "score", "opened", "sent"));
    return List.copyOf(names);
  }

  private static void addScale(List<String> names, String name, Scale scale) {
    for (int i = 0; i < scale.width(); i++) {
      names.add(name + (scale.least() + i));
    }
  }

  /**
   * What one piece of feedback adds.
   *
   * @param score of its sentiment, in ten-thousandths
   */
  public static Counts ofOne(
      @Nullable Integer rating,
      @Nullable Integer nps,
      @Nullable Integer ces,
      Sentiment sentiment,
      long score) {
    var parts = new long[PARTS];
    parts[0] = 1;
    note(parts, Scale.RATING, rating);
    note(parts, Scale.NPS, nps);
    note(parts, Scale.CES, ces);
    parts[placeOf(sentiment)] = 1;
    parts[SCORE_SUM] = score;
    return new Counts(parts);
  }

  /** The same of feedback that answers one question, with a score of 0. */
  public static Counts ofOne(@Nullable Integer rating, Sentiment sentiment) {
    return ofOne(rating, null, null, sentiment, 0);
  }

  private static Counts ofOneOpened() {
    var parts = new long[PARTS];
    parts[OPENED] = 1;
    return new Counts(parts);
  }

  /** What one opened form adds. */
  public static Counts oneOpened() {
    return ONE_OPENED;
  }

  /** The same of feedback that came by forms whose opening is counted. */
  public Counts allSent() {
    var sent = parts.clone();
    sent[SENT] = parts[0];
    return new Counts(sent);
  }

  private static int placeOf(Sentiment sentiment) {
    return switch (sentiment) {
      case POSITIVE -> POSITIVE;
      case NEUTRAL -> NEUTRAL;
      case NEGATIVE -> NEGATIVE;
    };
  }

  private static void note(long[] parts, Scale scale, @Nullable Integer value) {
    if (value != null) {
      parts[scale.partOf(value)] = 1;
    }
  }

  /**
   * @param parts all of them, in the order of this class's description
   */
  public static Counts ofParts(long... parts) {
    if (parts.length != PARTS) {
      throw new IllegalArgumentException("counts have " + PARTS + " parts");
    }
    return new Counts(parts.clone());
  }

  /** One part, by its place in the order of this class's description. */
  public long part(int place) {
    return parts[place];
  }

  /** Pieces of feedback. */
  public long total() {
    return parts[0];
  }

  /** The Customer Satisfaction Score's question; who gave none is in none of the counts. */
  public Histogram rating() {
    return Histogram.of(Scale.RATING, parts);
  }

  public Histogram nps() {
    return Histogram.of(Scale.NPS, parts);
  }

  public Histogram ces() {
    return Histogram.of(Scale.CES, parts);
  }

  public long positive() {
    return parts[POSITIVE];
  }

  public long neutral() {
    return parts[NEUTRAL];
  }

  public long negative() {
    return parts[NEGATIVE];
  }

  /** The sum of the sentiment's scores, in ten-thousandths. */
  public long scoreSum() {
    return parts[SCORE_SUM];
  }

  /** Forms that visitors opened, as far as their widgets say so. */
  public long opened() {
    return parts[OPENED];
  }

  /** Feedback that came by these forms. */
  public long sent() {
    return parts[SENT];
  }

  public Counts plus(Counts other) {
    var sum = parts.clone();
    other.addTo(sum);
    return new Counts(sum);
  }

  public Counts minus(Counts other) {
    var difference = new long[PARTS];
    for (int i = 0; i < PARTS; i++) {
      difference[i] = parts[i] - other.parts[i];
    }
    return new Counts(difference);
  }

  public Counts negated() {
    return ZERO.minus(this);
  }

  /** The forms that were opened and nothing else, which expire on a day of their own. */
  public Counts openedAlone() {
    var opened = new long[PARTS];
    opened[OPENED] = parts[OPENED];
    return new Counts(opened);
  }

  /**
   * What is too much in a difference: its parts above zero. The sum of the scores, which has no
   * sign to go by, goes with the pieces of feedback.
   */
  public Counts surplus() {
    var surplus = new long[PARTS];
    for (int i = 0; i < PARTS; i++) {
      surplus[i] = Math.max(0, parts[i]);
    }
    surplus[SCORE_SUM] = parts[0] > 0 ? parts[SCORE_SUM] : 0;
    return new Counts(surplus);
  }

  public boolean isZero() {
    for (long part : parts) {
      if (part != 0) {
        return false;
      }
    }
    return true;
  }

  /**
   * What may be told of a counter: nothing of it is less than nothing, and nobody answered who is
   * not in the total. A counter is otherwise while what was added waits for what is taken away, as
   * when an event is parked, or when feedback is deleted that came before its tag was counted.
   */
  public Counts shown() {
    var shown = new long[PARTS];
    for (int i = 0; i < PARTS; i++) {
      shown[i] = Math.max(0, parts[i]);
    }
    var counts = new Counts(shown);
    shown[0] =
        LongStream.of(
                shown[0],
                shown[POSITIVE] + shown[NEUTRAL] + shown[NEGATIVE],
                counts.rating().responses(),
                counts.nps().responses(),
                counts.ces().responses())
            .max()
            .orElseThrow();
    long most = shown[0] * MOST_SCORE;
    shown[SCORE_SUM] = Math.clamp(parts[SCORE_SUM], -most, most);
    return counts;
  }

  void addTo(long[] sum) {
    for (int i = 0; i < PARTS; i++) {
      sum[i] += parts[i];
    }
  }

  /** The mean of the ratings to two decimals, half up; empty when nothing was rated. */
  public Optional<BigDecimal> averageRating() {
    var rating = rating();
    return rating.responses() == 0
        ? Optional.empty()
        : Optional.of(
            BigDecimal.valueOf(rating.sum())
                .divide(BigDecimal.valueOf(rating.responses()), 2, RoundingMode.HALF_UP));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that && Arrays.equals(parts, that.parts);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parts);
  }

  @Override
  public String toString() {
    return Arrays.toString(parts);
  }
}
