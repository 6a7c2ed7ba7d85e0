package io.feedbackplatform.admin.inbox;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lets a list that can only be read on from a cursor be read by offset, as a grid does. Each
 * stretch is fetched once, in order, when it is first reached. The newest part stays in memory and
 * takes in what arrives; of the older stretches the most recently read are kept, and one that was
 * dropped is fetched again from its own cursor. Not thread-safe.
 *
 * @param <T> the items, newest first
 */
final class CursorPages<T> {

  /** A stretch of items; a null cursor means that there are no older ones. */
  record Page<T>(List<T> items, @Nullable String next) {}

  /** Reads the stretch that begins at a cursor. */
  @FunctionalInterface
  interface Reader<T> {
    Page<T> from(String cursor);
  }

  /** Stretches that were read on from a cursor, and those behind it, up to the first with items. */
  record Found<T>(String cursor, List<Page<T>> pages) {
    boolean isNothing() {
      return pages.stream().allMatch(page -> page.items().isEmpty());
    }
  }

  /** How many stretches with next to nothing, as a filter leaves them, one fetch reads at most. */
  private static final int MOST_FRUITLESS = 3;

  private static final int NEXT_TO_NOTHING = 5;

  private record Stretch(String cursor, int size) {}

  private final Function<T, String> id;
  private final Reader<T> reader;
  private final int maxFront;
  private final int maxStretches;
  private List<T> front = List.of();
  private List<Stretch> older = new ArrayList<>();
  private final Map<Integer, List<T>> kept = new LinkedHashMap<>(16, 0.75f, true);
  private @Nullable String next;
  private @Nullable String desert;

  /**
   * An empty list.
   *
   * @param id what makes an item itself
   * @param reader reads older stretches
   * @param maxFront how long the newest part may grow before older parts are forgotten
   * @param maxStretches how many older stretches to keep in memory
   */
  CursorPages(Function<T, String> id, Reader<T> reader, int maxFront, int maxStretches) {
    this.id = id;
    this.reader = reader;
    this.maxFront = maxFront;
    this.maxStretches = maxStretches;
  }

  /** Items from the offset on: as many as asked for, or fewer where the list ends. */
  List<T> fetch(int offset, int limit) {
    List<T> found = new ArrayList<>(limit);
    int begin = copy(front, 0, offset, limit, found);
    int fruitless = 0;
    for (int i = 0; found.size() < limit && (i < older.size() || next != null); i++) {
      if (i == older.size()) {
        if (fruitless == MOST_FRUITLESS || Objects.equals(next, desert)) {
          desert = next;
          break; // Nobody is kept waiting for what may be far below: see look.
        }
        reachNext();
        fruitless += older.get(i).size() < NEXT_TO_NOTHING ? 1 : 0;
      }
      if (older.get(i).size() == 0) {
        continue;
      }
      begin =
          begin + older.get(i).size() <= offset
              ? begin + older.get(i).size()
              : copy(stretch(i), begin, offset, limit, found);
    }
    return found;
  }

  private static <T> int copy(List<T> from, int begin, int offset, int limit, List<T> to) {
    int first = Math.max(0, offset - begin);
    for (int i = first; i < from.size() && to.size() < limit; i++) {
      to.add(from.get(i));
    }
    return begin + from.size();
  }

  /** Where there may be more than what was fetched; null when all of it was looked through. */
  @Nullable String next() {
    return next;
  }

  /** How many items are known. */
  int size() {
    return front.size() + older.stream().mapToInt(Stretch::size).sum();
  }

  /**
   * Looks on from a cursor to the first stretch that has items. This takes its time and touches
   * nothing, so that it may run beside everything else.
   *
   * @param most how many stretches to read
   */
  Found<T> look(String cursor, int most) {
    List<Page<T>> found = new ArrayList<>();
    String from = cursor;
    while (from != null && found.size() < most) {
      Page<T> page = reader.from(from);
      found.add(page);
      from = page.items().isEmpty() ? page.next() : null;
    }
    return new Found<>(cursor, found);
  }

  /** Takes in what was found; false if the list has become another or was read on meanwhile. */
  boolean append(Found<T> found) {
    boolean isNext = found.cursor().equals(next);
    if (isNext) {
      found.pages().forEach(page -> append(Objects.requireNonNull(next), page));
      desert = found.isNothing() ? next : null;
    }
    return isNext;
  }

  private void reachNext() {
    String cursor = Objects.requireNonNull(next);
    append(cursor, reader.from(cursor));
  }

  private void append(String cursor, Page<T> page) {
    older.add(new Stretch(cursor, page.items().size()));
    next = page.next();
    keep(older.size() - 1, page.items());
  }

  private List<T> stretch(int index) {
    List<T> items = kept.get(index);
    if (items == null) {
      items = reader.from(older.get(index).cursor()).items();
      keep(index, items);
    }
    return items;
  }

  private void keep(int index, List<T> items) {
    kept.put(index, items);
    if (kept.size() > maxStretches) {
      kept.remove(kept.keySet().iterator().next());
    }
  }

  /** Takes in what has become of an item, where it is in memory. */
  void replace(T changed) {
    front = replaced(front, changed);
    kept.replaceAll((index, items) -> replaced(items, changed));
  }

  private List<T> replaced(List<T> items, T changed) {
    String changedId = id.apply(changed);
    return items.stream().map(item -> id.apply(item).equals(changedId) ? changed : item).toList();
  }

  /** How many items of a newest page are not in the list yet. */
  int countNew(Page<T> newest) {
    int known = indexOfFirstKnown(newest.items());
    return known < 0 ? newest.items().size() : known;
  }

  /** Takes in the newest page as it is now, and says what that did to the list. */
  Arrival<T> arrive(Page<T> newest) {
    int known = indexOfFirstKnown(newest.items());
    List<T> rest = known < 0 ? List.of() : newest.items().subList(known, newest.items().size());
    if (front.isEmpty() && newest.items().isEmpty() && next != null && newest.next() != null) {
      // Only what the filter leaves out has arrived; what was found far below stays found.
      return new Arrival.Merged<>(List.of(), List.of());
    }
    if (known < 0 || known + front.size() > maxFront || !isStartOfFront(rest, newest.next())) {
      restart(newest);
      return new Arrival.Restarted<>(newest.items().size());
    }
    List<T> changed = changed(rest);
    List<T> arrived = List.copyOf(newest.items().subList(0, known));
    List<T> merged = new ArrayList<>(newest.items());
    merged.addAll(front.subList(rest.size(), front.size()));
    front = List.copyOf(merged);
    return new Arrival.Merged<>(arrived, changed);
  }

  private List<T> changed(List<T> rest) {
    return IntStream.range(0, rest.size())
        .filter(i -> !rest.get(i).equals(front.get(i)))
        .mapToObj(rest::get)
        .toList();
  }

  private void restart(Page<T> newest) {
    front = List.copyOf(newest.items());
    next = newest.next();
    older = new ArrayList<>();
    kept.clear();
  }

  private int indexOfFirstKnown(List<T> items) {
    if (front.isEmpty()) {
      return -1;
    }
    String first = id.apply(front.getFirst());
    for (int i = 0; i < items.size(); i++) {
      if (id.apply(items.get(i)).equals(first)) {
        return i;
      }
    }
    return -1;
  }

  // Where the order or the number of known items differs, something was removed in between.
  private boolean isStartOfFront(List<T> rest, @Nullable String restNext) {
    boolean endsHere = restNext == null;
    boolean endedHere = rest.size() == front.size() && older.isEmpty() && next == null;
    if (rest.size() > front.size() || (endsHere && !endedHere)) {
      return false;
    }
    for (int i = 0; i < rest.size(); i++) {
      if (!id.apply(rest.get(i)).equals(id.apply(front.get(i)))) {
        return false;
      }
    }
    return true;
  }

  /** What the arrival of a newest page did. */
  sealed interface Arrival<T> {
    /**
     * The list has grown at its top, or known items have changed, or neither.
     *
     * @param arrived new items, newest first
     * @param changed items whose content differs from before
     */
    record Merged<T>(List<T> arrived, List<T> changed) implements Arrival<T> {}

    /** The list was begun anew from that page. */
    record Restarted<T>(int size) implements Arrival<T> {}
  }
}
