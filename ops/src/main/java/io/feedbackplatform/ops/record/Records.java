package io.feedbackplatform.ops.record;

import io.feedbackplatform.ops.function.PublishedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What ops remembers. Every read sees all that was written before it, and every write either takes
 * place as a whole or not at all.
 */
public interface Records {

  /** The newest versions that have proven good, newest first; at least the last 25. */
  List<KnownGood> knownGood();

  /**
   * Marks a version as good, unless it is marked already, was rolled back from, or its build is
   * frozen.
   *
   * @return whether it is marked by this
   */
  boolean markGood(KnownGood good);

  /** All rollbacks ever. */
  List<RollbackRecord> rollbacks();

  /**
   * Writes a rollback down and freezes its build.
   *
   * @return false when there is one of the same suspect, or somebody else is writing one; then
   *     nothing has changed
   */
  boolean begin(RollbackRecord rollback);

  /**
   * Replaces a rollback that is still as it was read.
   *
   * @return false when it is not; then nothing has changed
   */
  boolean replace(RollbackRecord read, RollbackRecord by);

  /** Builds that must not be released. */
  List<FrozenBuild> frozen();

  /**
   * Lets a build be released again. Versions that were rolled back from stay out.
   *
   * @return false when it was not frozen
   */
  boolean unfreeze(String codeSha256);

  void audit(AuditEntry entry);

  /** The newest entries, newest first. */
  List<AuditEntry> history(int most);

  /**
   * Asks to be the one who tells people about a topic. A claim lapses, so that another can tell if
   * its holder never does.
   *
   * @param holder who asks; the same may ask again
   * @param lapses time in which its holder tells, or has failed to
   * @param again time after which people are told of the same topic once more
   */
  Claim claim(String topic, String holder, Instant now, Duration lapses, Duration again);

  /** People have been told about a topic. */
  void told(String topic, Instant now);

  /** The version that is on its way to prove good. */
  Optional<Baking> baking();

  /** Takes note of a version that is on its way to prove good, in place of any other. */
  void bake(Baking baking);

  /** No version is on its way to prove good. */
  void stopBaking();

  /** Whether a version was ever rolled back from. */
  default boolean rolledBackFrom(PublishedVersion version) {
    return rollbacks().stream()
        .anyMatch(rollback -> rollback.suspect().id().equals(version.toString()));
  }
}
