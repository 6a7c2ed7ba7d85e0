package io.feedbackplatform.benchmarks.sentiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What VADER achieves on the sets of its paper (Hutto and Gilbert 2014), and what we want to.
 * Measured with the Python package vaderSentiment 3.3.2 and its documented thresholds of 0.05 on
 * the files in its additional_resources/hutto_ICWSM_2014.tar.gz, by the definitions of {@link
 * Accuracy}.
 *
 * @param least what our accuracy and macro F1 have to be besides
 */
record Vader(Accuracy all, Accuracy heldOut, Least least) {

  /** So much below VADER is accepted. */
  private static final double POINT = 0.01;

  private static final Least NOTHING = new Least(0, 0, 1);
  private static final Least PRODUCTS = new Least(0.65, 0.60, 0.15);
  private static final Least REVIEWS = new Least(0, 0, 0.15);

  private static final Map<String, Vader> SETS =
      Map.of(
          "tweets",
          new Vader(
              new Accuracy(4200, 0.8236, 0.7024, 0.0259),
              new Accuracy(2102, 0.8187, 0.7038, 0.0280),
              NOTHING),
          "amazonReviewSnippets",
          new Vader(
              new Accuracy(3708, 0.5987, 0.5598, 0.2395),
              new Accuracy(1852, 0.5961, 0.5605, 0.2344),
              PRODUCTS),
          "movieReviewSnippets",
          new Vader(
              new Accuracy(10605, 0.5468, 0.4220, 0.1544),
              new Accuracy(5305, 0.5401, 0.4172, 0.1560),
              REVIEWS),
          "nytEditorialSnippets",
          new Vader(
              new Accuracy(5190, 0.5580, 0.5568, 0.2397),
              new Accuracy(2593, 0.5461, 0.5453, 0.2465),
              NOTHING));

  /** Goals that do not follow from VADER's figures. */
  record Least(double accuracy, double macroF1, double abstention) {}

  /** Nothing for a set that is not of the paper. */
  static @Nullable Vader of(String set) {
    return SETS.get(set);
  }

  static List<String> files() {
    return new TreeSet<>(SETS.keySet()).stream().map(set -> set + "_GroundTruth.txt").toList();
  }

  /**
   * The goals that a set misses.
   *
   * @param peer VADER's figures for the same texts
   */
  List<String> missed(String set, Accuracy ours, Accuracy peer) {
    var missed = new ArrayList<String>();
    double accuracy = Math.max(peer.accuracy() - POINT, least.accuracy());
    double macroF1 = Math.max(peer.macroF1() - POINT, least.macroF1());
    if (ours.accuracy() < accuracy) {
      missed.add(String.format(Locale.ROOT, "%s: accuracy of at least %.3f", set, accuracy));
    }
    if (ours.macroF1() < macroF1) {
      missed.add(String.format(Locale.ROOT, "%s: macro F1 of at least %.3f", set, macroF1));
    }
    if (ours.abstention() > least.abstention()) {
      missed.add(
          String.format(Locale.ROOT, "%s: at most %.2f left neutral", set, least.abstention()));
    }
    return missed;
  }
}
