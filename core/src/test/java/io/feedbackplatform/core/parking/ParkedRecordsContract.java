package io.feedbackplatform.core.parking;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.parking.ParkedRecord.Reason;
import io.feedbackplatform.core.parking.ParkedRecords.Receipt;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every keeper of parked records promises. */
public abstract class ParkedRecordsContract {

  /** One that keeps nothing yet. */
  protected abstract ParkedRecords empty();

  @Test
  void givesBackWhatItWasGiven() {
    var parked = empty();
    var known =
        new ParkedRecord(
            TenantId.random(),
            "event-1",
            "49590338271490256608559692538361571095921575989136588898",
            "arn:aws:dynamodb:eu-central-1:123456789012:table/feedback-prod/stream/2026-11-22",
            FeedbackId.next(),
            Reason.UNREADABLE,
            "IllegalStateException");
    var unknown =
        new ParkedRecord(null, "event-2", null, null, null, Reason.NO_TENANT, "NullPointer");

    parked.park(known);
    parked.park(unknown);

    assertThat(all(parked)).extracting(Receipt::record).containsExactlyInAnyOrder(known, unknown);
  }

  @Test
  void showsWhatOneReceivesToNobodyElse() {
    var parked = empty();
    IntStream.range(0, 25).forEach(i -> parked.park(record("event-" + i)));

    var received = all(parked);

    assertThat(received).hasSize(25).extracting(Receipt::record).doesNotHaveDuplicates();
    assertThat(parked.receive()).isEmpty();
  }

  @Test
  void showsAgainWhatIsReleased() {
    var parked = empty();
    parked.park(record("event-1"));
    var received = all(parked);

    received.forEach(parked::release);

    assertThat(all(parked))
        .extracting(Receipt::record)
        .containsExactlyElementsOf(received.stream().map(Receipt::record).toList());
  }

  @Test
  void forgetsWhatIsRemovedAndNothingElse() {
    var parked = empty();
    parked.park(record("event-1"));
    var first = all(parked);
    parked.park(record("event-2"));

    first.forEach(parked::remove);

    assertThat(all(parked)).singleElement().matches(left -> left.record().eventId().endsWith("2"));
  }

  private static ParkedRecord record(String eventId) {
    return new ParkedRecord(
        TenantId.random(), eventId, "1", null, FeedbackId.next(), Reason.UNREADABLE, "Oops");
  }

  private static List<Receipt> all(ParkedRecords parked) {
    var all = new ArrayList<Receipt>();
    for (var some = parked.receive(); !some.isEmpty(); some = parked.receive()) {
      all.addAll(some);
    }
    return all;
  }
}
