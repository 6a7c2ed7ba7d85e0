package io.feedbackplatform.ops.record;

import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Records for models; held to the same contract as those in DynamoDB. */
public final class InMemoryRecords implements Records {

  private record Page(Instant until, String holder, Instant toldAt) {}

  private final Map<Long, KnownGood> good = new TreeMap<>(Comparator.reverseOrder());
  private final Map<String, RollbackRecord> rollbacks = new TreeMap<>();
  private final Map<String, FrozenBuild> frozen = new TreeMap<>();
  private final Map<String, AuditEntry> audit = new TreeMap<>(Comparator.reverseOrder());
  private final Map<String, Page> pages = new HashMap<>();
  private Baking baking;

  @Override
  public List<KnownGood> knownGood() {
    return good.values().stream().limit(25).toList();
  }

  @Override
  public boolean markGood(KnownGood marked) {
    return !rollbacks.containsKey(marked.version().toString())
        && !frozen.containsKey(marked.codeSha256())
        && good.putIfAbsent(marked.version().number(), marked) == null;
  }

  @Override
  public List<RollbackRecord> rollbacks() {
    return List.copyOf(rollbacks.values());
  }

  @Override
  public boolean begin(RollbackRecord rollback) {
    if (rollbacks.putIfAbsent(rollback.suspect().id(), rollback) != null) {
      return false;
    }
    if (rollback.codeSha256() != null) {
      frozen.put(
          rollback.codeSha256(),
          new FrozenBuild(
              rollback.codeSha256(),
              "version " + rollback.suspect().id() + ", alarm " + rollback.alarm(),
              rollback.decidedAt()));
    }
    return true;
  }

  @Override
  public boolean replace(RollbackRecord read, RollbackRecord by) {
    var now = rollbacks.get(read.suspect().id());
    var same =
        now != null
            && now.progress() == read.progress()
            && now.to().equals(read.to())
            && java.util.Objects.equals(now.revisionId(), read.revisionId());
    if (same) {
      rollbacks.put(by.suspect().id(), by);
    }
    return same;
  }

  @Override
  public List<FrozenBuild> frozen() {
    return List.copyOf(frozen.values());
  }

  @Override
  public boolean unfreeze(String codeSha256) {
    return frozen.remove(codeSha256) != null;
  }

  @Override
  public void audit(AuditEntry entry) {
    audit.put(entry.at() + "#" + entry.key(), entry);
  }

  @Override
  public List<AuditEntry> history(int most) {
    return audit.values().stream().limit(most).toList();
  }

  @Override
  public Claim claim(String topic, String holder, Instant now, Duration lapses, Duration again) {
    var page = pages.get(topic);
    var free =
        page == null
            || (page.toldAt() == null
                && (page.until().isBefore(now) || page.holder().equals(holder)))
            || (page.toldAt() != null && page.toldAt().isBefore(now.minus(again)));
    if (free) {
      pages.put(topic, new Page(now.plus(lapses), holder, null));
      return Claim.MINE;
    }
    return page.toldAt() == null ? Claim.BUSY : Claim.TOLD;
  }

  @Override
  public void told(String topic, Instant now) {
    var page = pages.get(topic);
    pages.put(
        topic, new Page(page == null ? now : page.until(), page == null ? "" : page.holder(), now));
  }

  @Override
  public Optional<Baking> baking() {
    return Optional.ofNullable(baking);
  }

  @Override
  public void bake(Baking now) {
    baking = now;
  }

  @Override
  public void stopBaking() {
    baking = null;
  }

  /** Whether no rollback is left in the middle. */
  public boolean isSettled() {
    return rollbacks.values().stream().noneMatch(each -> each.progress() == Progress.STARTED);
  }
}
