package io.feedbackplatform.workers.analytics;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What the items of the counters must be, from the feedback that there is: one by one, attribute by
 * attribute, and by nothing that the aggregator uses.
 */
final class PlainRecount {

  private static final Set<String> NO_COUNTS = Set.of("pk", "sk", "version", "updatedAt");

  private final Map<String, Map<String, Long>> counters = new TreeMap<>();

  private PlainRecount() {}

  static Map<String, Map<String, Long>> of(History history) {
    var recount = new PlainRecount();
    history.live.forEach(piece -> recount.add(piece, ""));
    for (var piece : history.expired) {
      recount.add(piece, "");
      recount.add(piece, "x");
    }
    return withoutZeros(recount.counters);
  }

  /** The counters among the items of a table. */
  static Map<String, Map<String, Long>> stored(List<Map<String, AttributeValue>> items) {
    var counters = new TreeMap<String, Map<String, Long>>();
    for (var item : items) {
      if (item.get("pk").s().startsWith("A#", "T#".length() + 27)) {
        var parts = new HashMap<String, Long>();
        item.forEach((name, value) -> {
          if (!NO_COUNTS.contains(name)) {
            parts.put(name, Long.valueOf(value.n()));
          }
        });
        counters.put(item.get("pk").s() + " " + item.get("sk").s(), parts);
      }
    }
    return withoutZeros(counters);
  }

  /** How many counts are not the same. */
  static int drift(Map<String, Map<String, Long>> one, Map<String, Map<String, Long>> other) {
    int drift = 0;
    var keys = new TreeSet<>(one.keySet());
    keys.addAll(other.keySet());
    for (var key : keys) {
      var parts = new TreeSet<>(one.getOrDefault(key, Map.of()).keySet());
      parts.addAll(other.getOrDefault(key, Map.of()).keySet());
      for (var part : parts) {
        if (!Objects.equals(
            one.getOrDefault(key, Map.of()).get(part),
            other.getOrDefault(key, Map.of()).get(part))) {
          drift++;
        }
      }
    }
    return drift;
  }

  private void add(Piece piece, String prefix) {
    if (piece.spam) {
      return;
    }
    var local = piece.createdAt.atZone(piece.zoneId());
    var date = local.toLocalDate().toString();
    var hour = local.truncatedTo(ChronoUnit.HOURS).toInstant().toString();
    var hourKey = "H#" + hour.substring(0, hour.contains(":00:00Z") ? 13 : 16);
    for (var scope : List.of("all", piece.site)) {
      for (var bucket : List.of("total", hourKey, "D#" + date, "M#" + date.substring(0, 7))) {
        add(piece, prefix, scope, bucket);
      }
    }
    if (piece.category != null) {
      add(piece, prefix, "categories", "D#" + date + "#" + piece.category);
    }
    for (var tag : piece.tags) {
      add(piece, prefix, "tags", "D#" + date + "#" + tag);
    }
  }

  private void add(Piece piece, String prefix, String scope, String bucket) {
    var counter =
        counters.computeIfAbsent(
            "T#" + piece.tenant + "#A#" + scope + " " + bucket, key -> new HashMap<>());
    counter.merge(prefix + "total", 1L, Long::sum);
    if (piece.rating != null) {
      counter.merge(prefix + "rated" + piece.rating, 1L, Long::sum);
    }
    if (piece.nps != null) {
      counter.merge(prefix + "nps" + piece.nps, 1L, Long::sum);
    }
    if (piece.ces != null) {
      counter.merge(prefix + "ces" + piece.ces, 1L, Long::sum);
    }
    if (piece.corrected == null) {
      counter.merge(prefix + piece.analyzed, 1L, Long::sum);
      counter.merge(prefix + "score", (long) piece.score, Long::sum);
    } else {
      counter.merge(prefix + piece.corrected, 1L, Long::sum);
      long score =
          Map.of("positive", 10_000L, "neutral", 0L, "negative", -10_000L).get(piece.corrected);
      counter.merge(prefix + "score", score, Long::sum);
    }
  }

  private static Map<String, Map<String, Long>> withoutZeros(
      Map<String, Map<String, Long>> counters) {
    counters.values().forEach(parts -> parts.values().removeIf(count -> count == 0));
    counters.values().removeIf(Map::isEmpty);
    return counters;
  }
}
