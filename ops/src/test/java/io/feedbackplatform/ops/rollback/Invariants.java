package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.model.ModelAws;
import io.feedbackplatform.ops.model.ModelAws.Update;
import io.feedbackplatform.ops.record.Records;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What must hold after anything that may happen. */
final class Invariants {

  private Invariants() {}

  /** What does not hold. */
  static List<String> broken(ModelAws aws, Traffic before, boolean actedUpon) {
    var broken = new ArrayList<String>();
    var suspects = new HashSet<String>();
    for (var update : aws.updates) {
      if (!suspects.add(suspect(update))) {
        broken.add("a second change for one bad version: " + update);
      }
      if (update.activity() != Activity.ACTIVE) {
        broken.add("onto a version that is not active: " + update);
      }
      if (isForward(update)) {
        broken.add("forward: " + update);
      }
      if (isUntrusted(aws, update)) {
        broken.add("onto code that never proved good: " + update);
      }
    }
    if (aws.traffic() instanceof Traffic.Latest && !(before instanceof Traffic.Latest)) {
      broken.add("on $LATEST");
    }
    if (aws.traffic() instanceof Traffic.Split && !aws.updates.isEmpty()) {
      broken.add("left weighted by a change");
    }
    if (actedUpon && aws.traffic() instanceof Traffic.Split split && canRest(aws, split)) {
      broken.add("left weighted, although an earlier version could take all");
    }
    if (!actedUpon && !aws.updates.isEmpty()) {
      broken.add("changed without a valid alarm");
    }
    if (!actedUpon && !aws.stopped.isEmpty()) {
      broken.add("a deployment stopped without a valid alarm");
    }
    if (aws.records.history(1).isEmpty()) {
      broken.add("no audit record");
    }
    if (actedUpon && aws.notifications.size() != 1) {
      broken.add("people were told " + aws.notifications.size() + " times");
    }
    if (!aws.records.isSettled()) {
      broken.add("a rollback left in the middle: " + aws.records.rollbacks());
    }
    return broken;
  }

  private static String suspect(Update update) {
    return switch (update.from()) {
      case Traffic.One one -> one.version().toString();
      case Traffic.Split split -> split.newest().toString();
      case Traffic.Latest _ -> "$LATEST";
    };
  }

  private static boolean isForward(Update update) {
    return switch (update.from()) {
      case Traffic.One one -> update.to().compareTo(one.version()) >= 0;
      case Traffic.Split split -> update.to().compareTo(split.oldest()) > 0;
      case Traffic.Latest _ -> false;
    };
  }

  /** The one version without a marker that may be chosen is the older one of a split. */
  private static boolean isUntrusted(ModelAws aws, Update update) {
    if (update.from() instanceof Traffic.Split split && update.to().equals(split.oldest())) {
      return false;
    }
    var version = aws.versions.get(update.to());
    Records records = aws.records;
    return version == null
        || records.knownGood().stream()
            .noneMatch(good ->
                good.version().equals(update.to()) && good.codeSha256().equals(version.sha));
  }

  private static boolean canRest(ModelAws aws, Traffic.Split split) {
    var version = aws.versions.get(split.oldest());
    return version != null && version.activity == Activity.ACTIVE && version.healthy;
  }
}
