package io.feedbackplatform.ops.model;

import io.feedbackplatform.ops.Pauses;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.concurrent.Semaphore;

/**
 * Several runs at once on one virtual clock. Exactly one is awake at a time, the one whose time
 * comes next, so that a seed determines in which order everything happens.
 */
public final class Simulation extends Clock implements Pauses {

  /** Not a failure that any code may catch: the process is gone. */
  public static final class Crash extends Error {
    public Crash() {
      super("crash", null, false, false);
    }
  }

  private record Turn(Instant at, long order, Actor actor) implements Comparable<Turn> {
    @Override
    public int compareTo(Turn other) {
      var byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  private static final class Actor {
    private final Semaphore awake = new Semaphore(0);
  }

  private final PriorityQueue<Turn> turns = new PriorityQueue<>();
  private final Semaphore conductor = new Semaphore(0);
  private final Random random;
  private Instant now;
  private long order;
  private Actor current;
  private Throwable failure;

  public Simulation(Instant start, long seed) {
    this.now = start;
    this.random = new Random(seed);
  }

  public Random random() {
    return random;
  }

  /** Starts a run after a while. */
  public void after(Duration delay, Runnable run) {
    var actor = new Actor();
    turns.add(new Turn(now.plus(delay), order++, actor));
    Thread.ofVirtual()
        .start(() -> {
          actor.awake.acquireUninterruptibly();
          try {
            run.run();
          } catch (Crash crash) {
            // As if it had never answered.
          } catch (Throwable unexpected) {
            failure = unexpected;
          }
          conductor.release();
        });
  }

  /** Until all runs have ended. */
  public void run() {
    while (!turns.isEmpty()) {
      var next = turns.poll();
      if (next.at.isAfter(now)) {
        now = next.at;
      }
      current = next.actor;
      next.actor.awake.release();
      conductor.acquireUninterruptibly();
      if (failure != null) {
        throw new AssertionError("a run failed", failure);
      }
    }
  }

  @Override
  public void pause(Duration length) {
    var until = now.plus(length);
    if (turns.isEmpty() || until.isBefore(turns.peek().at)) {
      now = until;
      return;
    }
    var actor = current;
    turns.add(new Turn(until, order++, actor));
    conductor.release();
    actor.awake.acquireUninterruptibly();
  }

  /** Between half and one and a half times of that. */
  public void pauseAbout(Duration length) {
    pause(Duration.ofMillis(length.toMillis() / 2 + random.nextLong(length.toMillis() + 1)));
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
