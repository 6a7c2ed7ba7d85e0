package io.feedbackplatform.admin.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A timer whose tasks run when the test says so, on the test's thread. */
public final class ManualTimer implements Timer {
  private record Task(Duration delay, Runnable work) {}

  private final List<Task> tasks = new ArrayList<>();

  @Override
  public synchronized Runnable after(Duration delay, Runnable work) {
    Task task = new Task(delay, work);
    tasks.add(task);
    return () -> forget(task);
  }

  private synchronized void forget(Task task) {
    tasks.removeIf(waiting -> waiting == task);
  }

  /** Runs what is waiting now, but not what that schedules in turn. */
  public void runWaiting() {
    List<Task> due;
    synchronized (this) {
      due = List.copyOf(tasks);
      tasks.clear();
    }
    due.forEach(task -> task.work().run());
  }

  /** Forgets what is waiting. */
  public synchronized void clear() {
    tasks.clear();
  }

  /** How long the only waiting task has to wait; empty if none waits. */
  synchronized Optional<Duration> nextDelay() {
    return tasks.stream().map(Task::delay).findFirst();
  }

  /** How many tasks wait. */
  public synchronized int waiting() {
    return tasks.size();
  }
}
