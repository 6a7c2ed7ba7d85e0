package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.Fold;
import io.feedbackplatform.core.change.FeedbackChange;
import io.feedbackplatform.core.recount.Expiry;
import io.feedbackplatform.core.recount.Recount;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a tenant's items add up to, without the markers of fences, which lie among them. */
final class FeedbackSum {

  private final TenantId tenant;
  private final Fold fold = new Fold();
  private final List<String> examples = new ArrayList<>();
  private long items;
  private long unreadable;

  FeedbackSum(TenantId tenant) {
    this.tenant = tenant;
  }

  void addFeedback(Item item) {
    items += isMarker(item) ? 0 : 1;
    add(item);
  }

  /** It is no piece of feedback. */
  void addOpened(Item item) {
    add(item);
  }

  private void add(Item item) {
    if (!isMarker(item)) {
      counted(item).ifPresentOrElse(fold::add, () -> note(item));
    }
  }

  /** How many counters count any of it. */
  int counters() {
    return fold.size();
  }

  Recount recount(Expiry expiry) {
    return new Recount(
        items,
        unreadable,
        examples,
        expiry,
        fold.changes().stream()
            .collect(Collectors.toMap(CounterChange::key, CounterChange::counts)));
  }

  private static boolean isMarker(Item item) {
    return Key.of(item).sort().startsWith(Key.FENCES);
  }

  private void note(Item item) {
    if (unreadable++ < Recount.MOST_EXAMPLES) {
      examples.add(Key.of(item).sort());
    }
  }

  /** As the stream's record of its submission would be counted, if it can be read. */
  private Optional<List<CounterChange>> counted(Item item) {
    try {
      var created =
          new FeedbackChange.Created(tenant, CountableItem.of(new Image(item.attributes())));
      return Optional.of(created.difference());
    } catch (RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private record Image(Map<String, AttributeValue> attributes) implements FeedbackImage {

    @Override
    public @Nullable String text(String attribute) {
      var value = attributes.get(attribute);
      return value == null ? null : value.s();
    }

    @Override
    public @Nullable String number(String attribute) {
      var value = attributes.get(attribute);
      return value == null ? null : value.n();
    }

    @Override
    public @Nullable List<String> texts(String attribute) {
      var value = attributes.get(attribute);
      return value == null || !value.hasSs() ? null : value.ss();
    }

    @Override
    public boolean flag(String attribute) {
      var value = attributes.get(attribute);
      return value != null && Boolean.TRUE.equals(value.bool());
    }
  }
}
