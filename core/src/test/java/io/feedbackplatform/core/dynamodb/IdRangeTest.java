package io.feedbackplatform.core.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Span;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdRangeTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Test
  void holdsWhatCameInTimeAndLittleElse() {
    var hour = IdRange.of(new Span(NOON, NOON.plusSeconds(3_600)), null);

    assertThat(List.of(0, 1, 3_599)).allMatch(second -> holds(hour, NOON.plusSeconds(second)));
    assertThat(List.of(-61, 3_661)).noneMatch(second -> holds(hour, NOON.plusSeconds(second)));
  }

  @Test
  void goesOnBelowAnIdAndWithoutIt() {
    var id = new FeedbackId("019aab00-0000-7000-8000-000000000000");
    var lower = "019aaaff-ffff-7fff-bfff-ffffffffffff";

    var rest = IdRange.of(Span.EVER, id);

    assertThat(rest.highest()).isLessThan(id.value()).isGreaterThan(lower);
  }

  @Test
  void isEmptyWhenNothingIsLeft() {
    var before = TestObjects.idAt(NOON.minusSeconds(120));

    assertThat(IdRange.of(new Span(NOON, null), before).isEmpty()).isTrue();
    assertThat(IdRange.of(new Span(null, NOON), before).isEmpty()).isFalse();
    assertThat(IdRange.of(new Span(Instant.MIN, Instant.MAX), null).isEmpty()).isFalse();
  }

  @Test
  void holdsAllIdsAndNothingThatBeginsWithALetter() {
    var all = IdRange.of(Span.EVER, null);

    assertThat(holds(all, Instant.EPOCH)).isTrue();
    assertThat(holds(all, NOON)).isTrue();
    assertThat("FENCE#1").isGreaterThan(all.highest());
  }

  private static boolean holds(IdRange range, Instant at) {
    var id = TestObjects.idAt(at).value();
    return id.compareTo(range.lowest()) >= 0 && id.compareTo(range.highest()) <= 0;
  }
}
