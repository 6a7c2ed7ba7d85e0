package io.feedbackplatform.core.parking;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Keeps records in the heap, for tests that need no more; what was received stays hidden. */
public final class InMemoryParkedRecords implements ParkedRecords {

  private final List<Receipt> waiting = new ArrayList<>();

  @Override
  public synchronized void park(ParkedRecord record) {
    waiting.add(new Receipt(record, UUID.randomUUID().toString()));
  }

  @Override
  public synchronized List<Receipt> receive() {
    var some = List.copyOf(waiting.subList(0, Math.min(10, waiting.size())));
    waiting.removeAll(some);
    return some;
  }

  @Override
  public synchronized void release(Receipt received) {
    waiting.add(received);
  }

  @Override
  public void remove(Receipt received) {
    // It has gone when it was received.
  }

  /** What nobody has received yet. */
  public synchronized List<ParkedRecord> waiting() {
    return waiting.stream().map(Receipt::record).toList();
  }
}
