package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.RollbackRecord;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which versions an alias may go back to: those known to be good that are earlier than anything it
 * points at, were never rolled back from, and whose build is not frozen; the newest first.
 */
final class Candidates {

  /** Each may take a minute to wake, and all have to fit into one run of the handler. */
  private static final int MOST = 3;

  private Candidates() {}

  static List<Candidate> of(Situation situation) {
    return switch (situation.alias().traffic()) {
      case Traffic.One one ->
          good(situation, version -> version.compareTo(one.version()) < 0).toList();
      case Traffic.Split split ->
          Stream.concat(
                  good(situation, version -> version.compareTo(split.oldest()) <= 0),
                  leftover(situation, split))
              .toList();
      case Traffic.Latest _ -> good(situation, _ -> true).toList();
    };
  }

  /** For a rollback that has begun: what it was begun with, then the others. */
  static List<Candidate> of(Situation situation, RollbackRecord begun) {
    var first =
        situation.good().stream()
            .filter(good -> good.version().equals(begun.to()))
            .map(KnownGood::codeSha256)
            .findAny();
    return Stream.concat(
            Stream.of(new Candidate(begun.to(), first.orElse(null))),
            of(situation).stream().filter(each -> !each.version().equals(begun.to())))
        .toList();
  }

  private static Stream<Candidate> good(Situation situation, Predicate<PublishedVersion> earlier) {
    return situation.good().stream()
        .filter(good -> earlier.test(good.version()))
        .filter(good -> !rolledBackFrom(situation, good.version()))
        .filter(good -> !situation.frozen().contains(good.codeSha256()))
        .limit(MOST)
        .map(good -> new Candidate(good.version(), good.codeSha256()));
  }

  /**
   * The last resort for weights that a deployment left behind: where most requests go anyway. Even
   * if it is marked as good, and not of the code that the mark is for.
   */
  private static Stream<Candidate> leftover(Situation situation, Traffic.Split split) {
    return Stream.of(split.oldest())
        .filter(version -> !rolledBackFrom(situation, version))
        .map(version -> new Candidate(version, null));
  }

  private static boolean rolledBackFrom(Situation situation, PublishedVersion version) {
    return situation.rollbackOf(new Suspect.Published(version)).isPresent();
  }
}
