package io.feedbackplatform.api.analytics;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which state of the counters an event tells of, and so the event's id.
 *
 * @param dayBegan when "today" began
 * @param total how often the total was written
 * @param day how often today's counter was written
 */
record LiveState(Instant dayBegan, long total, long day) {

  private static final Pattern FORM = Pattern.compile("(\\d{1,11})-(\\d{1,18})-(\\d{1,18})");

  /** What a client says that it knows; nothing, when that is no id of ours. */
  static @Nullable LiveState parse(@Nullable String id) {
    var parts = FORM.matcher(id == null ? "" : id);
    return parts.matches()
        ? new LiveState(
            Instant.ofEpochSecond(Long.parseLong(parts.group(1))),
            Long.parseLong(parts.group(2)),
            Long.parseLong(parts.group(3)))
        : null;
  }

  /** Whether the other has no news; a read may be older than the one before it. */
  boolean covers(LiveState other) {
    return dayBegan.equals(other.dayBegan) && total >= other.total && day >= other.day;
  }

  @Override
  public String toString() {
    return dayBegan.getEpochSecond() + "-" + total + "-" + day;
  }
}
