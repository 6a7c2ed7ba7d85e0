package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.Identity;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.id.RandomId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What happened to the feedback of some tenants within a minute, as records of its stream, and what
 * there is in the end. Some tenants are busier than others: the first few have so many records that
 * their ledger needs many pages.
 */
final class History {

  private static final Instant START = Instant.parse("2026-11-01T04:59:30Z");
  private static final int SECONDS = 60;

  final List<DynamodbStreamRecord> records = new ArrayList<>();
  final List<Piece> live = new ArrayList<>();
  final List<Piece> expired = new ArrayList<>();

  private final Random random;
  private final String prefix;

  private record Owner(String tenant, List<String> sites) {}

  History(long seed, int length, int tenants) {
    this.random = new Random(seed);
    this.prefix = "event-" + seed + "-";
    var owners = new ArrayList<Owner>();
    for (int i = 0; i < tenants; i++) {
      owners.add(new Owner(id(), i % 4 == 0 ? List.of(id(), id()) : List.of(id())));
    }
    while (records.size() < length) {
      if (live.isEmpty() || random.nextInt(10) < 5) {
        double skew = random.nextDouble();
        submit(owners.get((int) (tenants * skew * skew * skew)));
      } else {
        happen(random.nextInt(live.size()));
      }
    }
  }

  private String id() {
    var bytes = new byte[26];
    random.nextBytes(bytes);
    return RandomId.of(bytes);
  }

  private void submit(Owner owner) {
    var site = owner.sites.get(random.nextInt(owner.sites.size()));
    var back = random.nextInt(5) == 0 ? random.nextInt(3 * 86_400) : random.nextInt(3_600);
    var piece = new Piece(owner.tenant, site, START.minus(Duration.ofSeconds(back)), random);
    live.add(piece);
    tell("INSERT", null, piece.image());
  }

  private void happen(int which) {
    var piece = live.get(which);
    var before = piece.image();
    switch (random.nextInt(5)) {
      case 0 -> {
        remove(which);
        tell("REMOVE", before, null);
      }
      case 1 -> {
        remove(which);
        expired.add(piece);
        tell("REMOVE", before, null)
            .setUserIdentity(
                new Identity().withType("Service").withPrincipalId("dynamodb.amazonaws.com"));
      }
      default -> {
        piece.change(random);
        tell("MODIFY", before, piece.image());
      }
    }
  }

  private void remove(int which) {
    live.set(which, live.getLast());
    live.removeLast();
  }

  private DynamodbStreamRecord tell(
      String name,
      @Nullable Map<String, AttributeValue> before,
      @Nullable Map<String, AttributeValue> after) {
    var images = new StreamRecord();
    images.setOldImage(before);
    images.setNewImage(after);
    images.setSequenceNumber(Integer.toString(records.size()));
    images.setApproximateCreationDateTime(Date.from(START.plusSeconds(random.nextInt(SECONDS))));
    var told = new DynamodbStreamRecord();
    told.setEventID(prefix + records.size());
    told.setEventName(name);
    told.setDynamodb(images);
    records.add(told);
    return told;
  }
}
