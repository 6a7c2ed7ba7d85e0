package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.statistics.Estimate;
import io.feedbackplatform.core.statistics.Mean;
import io.feedbackplatform.core.statistics.NetScore;
import io.feedbackplatform.core.statistics.Share;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What counts say of those who could have answered. Each is empty where nobody did.
 *
 * @param rating the mean of the ratings, 1 to 5
 * @param csat the Customer Satisfaction Score: how many percent of the ratings are 4 or 5
 * @param nps the Net Promoter Score, -100 to 100: the percentage of answers of 9 or 10 less that of
 *     answers of 0 to 6
 * @param ces the Customer Effort Score: the mean of the answers, 1 to 7
 * @param sentiment the mean of the sentiment's scores, -1 to 1. Counters keep their sum and not the
 *     sum of their squares; the interval is one that holds however they vary
 * @param positive how many percent are positive
 * @param negative how many percent are negative
 * @param responseRate how many percent of the forms whose opening was counted were sent, 100 at
 *     most, as a form may be opened in one bucket and sent in the next; empty while no widget says
 *     what is opened
 */
public record Scores(
    Optional<Estimate> rating,
    Optional<Estimate> csat,
    Optional<Estimate> nps,
    Optional<Estimate> ces,
    Optional<Estimate> sentiment,
    Optional<Estimate> positive,
    Optional<Estimate> negative,
    Optional<Estimate> responseRate) {

  private static final double SCORE_UNIT = 10_000;

  public static Scores of(Counts counts) {
    var nps = counts.nps();
    long n = counts.total();
    return new Scores(
        mean(counts.rating()),
        percent(Share.of(counts.rating().count(4, 5), counts.rating().responses())),
        percent(NetScore.of(nps.count(9, 10), nps.count(0, 6), nps.responses())),
        mean(counts.ces()),
        n == 0 ? Optional.empty() : Mean.bounded(counts.scoreSum() / SCORE_UNIT / n, n, -1, 1),
        percent(Share.of(counts.positive(), n)),
        percent(Share.of(counts.negative(), n)),
        percent(Share.of(Math.min(counts.sent(), counts.opened()), counts.opened())));
  }

  private static Optional<Estimate> mean(Histogram histogram) {
    var counts =
        IntStream.rangeClosed(histogram.least(), histogram.most())
            .mapToLong(histogram::count)
            .toArray();
    return Mean.of(histogram.least(), counts);
  }

  private static Optional<Estimate> percent(Optional<Estimate> share) {
    return share.map(estimate -> estimate.times(100));
  }
}
