package io.feedbackplatform.ops.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every store of records promises; on an empty one. */
abstract class RecordsContract {

  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final Duration LAPSES = Duration.ofSeconds(45);
  private static final Duration AGAIN = Duration.ofHours(6);

  private final Records records = records();

  abstract Records records();

  private static PublishedVersion v(int number) {
    return new PublishedVersion(number);
  }

  private static KnownGood good(int number) {
    return new KnownGood(v(number), "sha-" + number, NOW);
  }

  private static RollbackRecord rollback(int from, String revision) {
    return new RollbackRecord(
        new Suspect.Published(v(from)),
        "sha-" + from,
        v(from - 1),
        revision,
        "api-errors",
        NOW,
        Progress.STARTED);
  }

  @Test
  void listsGoodVersionsByNumberNewestFirst() {
    assertThat(records.markGood(good(9))).isTrue();
    assertThat(records.markGood(good(10))).isTrue();
    assertThat(records.markGood(good(2))).isTrue();
    assertThat(records.markGood(good(10))).isFalse();

    assertThat(records.knownGood()).containsExactly(good(10), good(9), good(2));
  }

  @Test
  void marksNothingThatWasRolledBackFromOrFrozen() {
    records.begin(rollback(10, "r"));

    assertThat(records.markGood(good(10))).isFalse();
    assertThat(records.markGood(new KnownGood(v(11), "sha-10", NOW))).isFalse();
    assertThat(records.knownGood()).isEmpty();
    assertThat(records.rolledBackFrom(v(10))).isTrue();
    assertThat(records.rolledBackFrom(v(11))).isFalse();
  }

  @Test
  void beginsOneRollbackForEachSuspectAndFreezesItsBuild() {
    assertThat(records.begin(rollback(10, "r1"))).isTrue();
    assertThat(records.begin(rollback(10, "r2"))).isFalse();

    assertThat(records.rollbacks()).containsExactly(rollback(10, "r1"));
    assertThat(records.frozen())
        .containsExactly(new FrozenBuild("sha-10", "version 10, alarm api-errors", NOW));
  }

  @Test
  void keepsARollbackFromLatestWithoutABuild() {
    var rollback =
        new RollbackRecord(
            new Suspect.Latest("r7"), null, v(9), null, "api-errors", NOW, Progress.STARTED);

    assertThat(records.begin(rollback)).isTrue();

    assertThat(records.rollbacks()).containsExactly(rollback);
    assertThat(records.frozen()).isEmpty();
  }

  @Test
  void replacesARollbackOnlyAsItWasRead() {
    var read = rollback(10, null);
    records.begin(read);
    var aimed = read.aimedAt(v(7), "r2");

    assertThat(records.replace(read, aimed)).isTrue();
    assertThat(records.replace(read, read.ended(v(9), Progress.DONE))).isFalse();
    assertThat(records.replace(aimed, aimed.ended(v(7), Progress.DONE))).isTrue();
    assertThat(records.replace(aimed, aimed)).isFalse();

    assertThat(records.rollbacks()).containsExactly(aimed.ended(v(7), Progress.DONE));
  }

  @Test
  void thawsABuildOnce() {
    records.begin(rollback(10, "r"));

    assertThat(records.unfreeze("sha-10")).isTrue();
    assertThat(records.unfreeze("sha-10")).isFalse();
    assertThat(records.frozen()).isEmpty();
    assertThat(records.rolledBackFrom(v(10))).isTrue();
  }

  @Test
  void tellsHistoryNewestFirstAndWritesTheSameEntryOnce() {
    var old = new AuditEntry(NOW, "a", "refused", "alarm", null, null, "it is old");
    var young = new AuditEntry(NOW.plusSeconds(1), "b", "rolled_back", "alarm", "10", "9", "done");
    records.audit(old);
    records.audit(young);
    records.audit(young);

    assertThat(records.history(10)).containsExactly(young, old);
    assertThat(records.history(1)).containsExactly(young);
  }

  @Test
  void letsOneTellAndTheNextAfterHimIfHeFails() {
    assertThat(records.claim("t", "me", NOW, LAPSES, AGAIN)).isEqualTo(Claim.MINE);
    assertThat(records.claim("t", "me", NOW, LAPSES, AGAIN)).isEqualTo(Claim.MINE);
    assertThat(records.claim("t", "you", NOW, LAPSES, AGAIN)).isEqualTo(Claim.BUSY);
    assertThat(records.claim("t", "you", NOW.plusSeconds(46), LAPSES, AGAIN)).isEqualTo(Claim.MINE);
  }

  @Test
  void letsNobodyTellTwiceUntilItIsTimeAgain() {
    records.claim("t", "me", NOW, LAPSES, AGAIN);
    records.told("t", NOW);

    assertThat(records.claim("t", "me", NOW.plusSeconds(1), LAPSES, AGAIN)).isEqualTo(Claim.TOLD);
    assertThat(records.claim("t", "you", NOW.plusSeconds(60), LAPSES, AGAIN)).isEqualTo(Claim.TOLD);
    assertThat(records.claim("t", "you", NOW.plus(AGAIN).plusSeconds(1), LAPSES, AGAIN))
        .isEqualTo(Claim.MINE);
  }

  @Test
  void remembersOneBakingVersion() {
    assertThat(records.baking()).isEmpty();
    records.bake(new Baking(v(9), "r1", NOW));
    records.bake(new Baking(v(10), "r2", NOW));
    assertThat(records.baking()).contains(new Baking(v(10), "r2", NOW));

    records.stopBaking();
    records.stopBaking();
    assertThat(records.baking()).isEmpty();
  }
}
