package io.feedbackplatform.admin.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.admin.inbox.CursorPages.Arrival;
import io.feedbackplatform.admin.inbox.CursorPages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorPagesTest {
  private static final int SIZE = 10;

  /** Newest first: i99, i98, ... as an API with cursors would list them. */
  private final List<String> inbox = new ArrayList<>();

  private final List<String> cursorsRead = new ArrayList<>();
  private final CursorPages<String> pages =
      new CursorPages<>(item -> item.split(":")[0], this::read, 3 * SIZE, 2);

  private Page<String> read(String cursor) {
    cursorsRead.add(cursor);
    return pageFrom(inbox.indexOf(cursor) + 1);
  }

  private Page<String> pageFrom(int start) {
    int end = Math.min(start + SIZE, inbox.size());
    return new Page<>(
        List.copyOf(inbox.subList(start, end)), end < inbox.size() ? inbox.get(end - 1) : null);
  }

  private Page<String> newest() {
    return pageFrom(0);
  }

  private void has(int count) {
    IntStream.range(0, count).forEach(i -> comesIn("i" + (100 + i)));
  }

  private void comesIn(String item) {
    inbox.addFirst(item);
  }

  @Test
  void isEmptyBeforeAnythingArrives() {
    assertThat(pages.fetch(0, 50)).isEmpty();
  }

  @Test
  void readsOnWhenTheGridScrolls() {
    has(25);
    pages.arrive(newest());

    assertThat(pages.fetch(0, SIZE)).isEqualTo(inbox.subList(0, 10));
    assertThat(pages.fetch(10, SIZE)).isEqualTo(inbox.subList(10, 20));
    assertThat(pages.fetch(20, SIZE)).isEqualTo(inbox.subList(20, 25));
  }

  /** Nothing but every fortieth stretch has an item. */
  private CursorPages<String> sparse() {
    return new CursorPages<>(
        item -> item,
        cursor -> {
          cursorsRead.add(cursor);
          var at = Integer.parseInt(cursor);
          var items = at % 40 == 0 ? List.of("rare" + at) : List.<String>of();
          return new Page<>(items, at == 100 ? null : String.valueOf(at + 1));
        },
        3 * SIZE,
        2);
  }

  @Test
  void keepsNobodyWaitingForWhatMayBeFarBelow() {
    var sparse = sparse();
    sparse.arrive(new Page<>(List.of("newest"), "1"));

    assertThat(sparse.fetch(0, SIZE)).containsExactly("newest");

    assertThat(cursorsRead).containsExactly("1", "2", "3");
    assertThat(sparse.next()).isEqualTo("4");
  }

  @Test
  void looksThroughWhatIsFarBelowBesideTheList() {
    var sparse = sparse();
    sparse.arrive(new Page<>(List.of(), "1"));

    var nothing = sparse.look("1", 20);
    assertThat(nothing.isNothing()).isTrue();
    assertThat(sparse.append(nothing)).isTrue();
    assertThat(sparse.next()).isEqualTo("21");
    assertThat(sparse.append(sparse.look("21", 30))).isTrue();

    assertThat(sparse.fetch(0, 1)).containsExactly("rare40");
    assertThat(sparse.size()).isOne();
    assertThat(cursorsRead).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void looksThroughTheRestOnce() {
    var sparse = sparse();
    sparse.arrive(new Page<>(List.of(), "90"));

    assertThat(sparse.append(sparse.look("90", 20))).isTrue();

    assertThat(sparse.next()).isNull();
    assertThat(sparse.fetch(0, SIZE)).isEmpty();
  }

  @Test
  void takesInNothingThatWasFoundForAnotherList() {
    var sparse = sparse();
    sparse.arrive(new Page<>(List.of(), "1"));
    var found = sparse.look("1", 50);
    sparse.arrive(new Page<>(List.of("another"), "60"));

    assertThat(sparse.append(found)).isFalse();

    assertThat(sparse.next()).isEqualTo("60");
  }

  @Test
  void keepsWhatWasFoundWhereOnlyWhatIsLeftOutArrives() {
    var sparse = sparse();
    sparse.arrive(new Page<>(List.of(), "1"));
    sparse.append(sparse.look("1", 50));

    assertThat(sparse.arrive(new Page<>(List.of(), "0")))
        .isEqualTo(new Arrival.Merged<>(List.of(), List.of()));

    assertThat(sparse.fetch(0, 1)).containsExactly("rare40");
  }

  @Test
  void servesWindowsThatCrossStretches() {
    has(25);
    pages.arrive(newest());

    assertThat(pages.fetch(7, 9)).isEqualTo(inbox.subList(7, 16));
  }

  @Test
  void readsNoStretchTwice() {
    has(30);
    pages.arrive(newest());

    pages.fetch(0, 30);
    pages.fetch(5, 20);
    pages.fetch(0, 30);

    assertThat(cursorsRead).hasSize(2).doesNotHaveDuplicates();
  }

  @Test
  void readsNothingBeyondTheEnd() {
    has(15);
    pages.arrive(newest());
    pages.fetch(0, 50);

    assertThat(pages.fetch(15, 10)).isEmpty();
    assertThat(pages.fetch(500, 10)).isEmpty();
    assertThat(cursorsRead).hasSize(1);
  }

  @Test
  void keepsOnlyTheStretchesReadLastAndFetchesOthersAgainFromTheirOwnCursor() {
    has(50);
    pages.arrive(newest());
    pages.fetch(0, 50);
    cursorsRead.clear();

    assertThat(pages.fetch(10, SIZE)).isEqualTo(inbox.subList(10, 20));

    assertThat(cursorsRead).containsExactly(inbox.get(9));
  }

  @Test
  void takesInNewItemsAtTheTopWithoutReadingAnything() {
    has(25);
    pages.arrive(newest());
    pages.fetch(0, 25);
    cursorsRead.clear();
    comesIn("new1");
    comesIn("new2");

    assertThat(pages.countNew(newest())).isEqualTo(2);
    assertThat(pages.arrive(newest()))
        .isEqualTo(new Arrival.Merged<>(List.of("new2", "new1"), List.of()));

    assertThat(pages.fetch(0, 27)).isEqualTo(inbox);
    assertThat(cursorsRead).isEmpty();
  }

  @Test
  void saysNothingWhenNothingIsNew() {
    has(25);
    pages.arrive(newest());

    assertThat(pages.arrive(newest())).isEqualTo(new Arrival.Merged<>(List.of(), List.of()));
  }

  @Test
  void replacesAnItemWhoseContentHasChanged() {
    has(5);
    pages.arrive(newest());
    inbox.set(3, inbox.get(3) + ":resolved");

    assertThat(pages.arrive(newest()))
        .isEqualTo(new Arrival.Merged<>(List.of(), List.of(inbox.get(3))));
    assertThat(pages.fetch(0, 5)).isEqualTo(inbox);
  }

  @Test
  void beginsAnewWhenMoreArrivedThanAPageHolds() {
    has(25);
    pages.arrive(newest());
    pages.fetch(0, 25);
    IntStream.range(0, 12).forEach(i -> comesIn("flood" + i));

    assertThat(pages.arrive(newest())).isEqualTo(new Arrival.Restarted<>(SIZE));
    assertThat(pages.fetch(0, 37)).isEqualTo(inbox);
  }

  @Test
  void beginsAnewWhenSomethingWasRemoved() {
    has(25);
    pages.arrive(newest());
    pages.fetch(0, 25);
    inbox.remove(4);

    assertThat(pages.arrive(newest())).isInstanceOf(Arrival.Restarted.class);
    assertThat(pages.fetch(0, 24)).isEqualTo(inbox);
  }

  @Test
  void beginsAnewWhenTheLastOnesWereRemoved() {
    has(25);
    pages.arrive(newest());
    pages.fetch(0, 25);
    inbox.subList(10, 25).clear();

    assertThat(pages.arrive(newest())).isInstanceOf(Arrival.Restarted.class);
    assertThat(pages.fetch(0, 25)).isEqualTo(inbox);
  }

  @Test
  void becomesEmptyWhenEverythingWasRemoved() {
    has(3);
    pages.arrive(newest());
    inbox.clear();

    assertThat(pages.arrive(newest())).isEqualTo(new Arrival.Restarted<>(0));
    assertThat(pages.fetch(0, 10)).isEmpty();
  }

  @Test
  void growsBeyondOnePageWhenAShortInboxFills() {
    has(8);
    pages.arrive(newest());
    IntStream.range(0, 5).forEach(i -> comesIn("more" + i));

    pages.arrive(newest());

    assertThat(pages.fetch(0, 20)).isEqualTo(inbox);
  }

  @Test
  void doesNotKeepMoreOfTheNewestPartThanAllowed() {
    has(5);
    pages.arrive(newest());
    for (int i = 0; i < 60; i++) {
      comesIn("late" + i);
      pages.arrive(newest());
    }

    assertThat(pages.fetch(0, 65)).isEqualTo(inbox);
    assertThat(cursorsRead).as("older ones are no longer in memory").isNotEmpty();
  }

  @Test
  void isWholeAgainAfterAStretchCouldNotBeRead() {
    has(25);
    Page<String> first = newest();
    CursorPages<String> breaking =
        new CursorPages<>(
            item -> item,
            cursor -> {
              if (cursorsRead.isEmpty()) {
                cursorsRead.add("failed");
                throw new IllegalStateException("down");
              }
              return read(cursor);
            },
            30,
            2);
    breaking.arrive(first);

    assertThatThrownBy(() -> breaking.fetch(0, 25)).hasMessage("down");
    assertThat(breaking.fetch(0, 25)).isEqualTo(inbox);
  }
}
