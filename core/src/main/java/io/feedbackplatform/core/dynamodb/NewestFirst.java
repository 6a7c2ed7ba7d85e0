package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Merges a tenant's shards as far as somebody reads. Each shard is read in steps, so that beyond
 * what is taken at most one step of each is read.
 */
final class NewestFirst {

  /** Of all shards together, read in vain at most. */
  private static final int MOST_IN_VAIN = 1_000;

  /** So that a tenant with many shards is not asked for each of its items. */
  private static final int LEAST_STEP = 40;

  private static final int LARGEST_STEP = 250;

  private final int shards;
  private final int step;

  NewestFirst(int shards) {
    this.shards = shards;
    this.step = Math.clamp(MOST_IN_VAIN / shards, LEAST_STEP, LARGEST_STEP);
  }

  /** Reads the items of a shard that come after one, newest first; fewer when there are no more. */
  @FunctionalInterface
  interface Source {
    List<Feedback> read(int shard, @Nullable FeedbackId after, int size);
  }

  /** Whether the reader took everything. */
  boolean read(Source source, Predicate<Feedback> reader) {
    var open = new PriorityQueue<Shard>(Comparator.comparing(Shard::newest).reversed());
    for (int i = 0; i < shards; i++) {
      var shard = new Shard(i, source);
      if (shard.hasMore()) {
        open.add(shard);
      }
    }
    while (!open.isEmpty()) {
      var shard = open.remove();
      if (!reader.test(shard.items.removeFirst())) {
        return false;
      }
      if (shard.hasMore()) {
        open.add(shard);
      }
    }
    return true;
  }

  private final class Shard {

    private final int number;
    private final Source source;
    private final Deque<Feedback> items = new ArrayDeque<>();
    private @Nullable FeedbackId last;
    private boolean ended;

    Shard(int number, Source source) {
      this.number = number;
      this.source = source;
    }

    FeedbackId newest() {
      return items.getFirst().id();
    }

    boolean hasMore() {
      if (items.isEmpty() && !ended) {
        var read = source.read(number, last, step);
        items.addAll(read);
        ended = read.size() < step;
        last = read.isEmpty() ? last : read.getLast().id();
      }
      return !items.isEmpty();
    }
  }
}
