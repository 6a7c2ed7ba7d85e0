package io.feedbackplatform.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.recount.FenceMark;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.SiteId;
import java.util.List;
import org.junit.jupiter.api.Test;

abstract class FencesContract extends StorageContract {

  @Test
  void isPassedWhenEachShardIs() {
    var wide = created(TestObjects.tenant(3));
    var fence = storage.fences().set(wide);

    assertThat(fence.shards()).isGreaterThanOrEqualTo(3);
    for (int shard = 0; shard < fence.shards(); shard++) {
      assertThat(storage.fences().isPassed(wide, fence)).isFalse();
      storage.fences().pass(wide, new FenceMark(fence.id(), shard));
    }
    assertThat(storage.fences().isPassed(wide, fence)).isTrue();
  }

  @Test
  void isPassedForItsTenantAndByItsOwnMarkersOnly() {
    var fence = storage.fences().set(tenant);
    var other = storage.fences().set(tenant);
    for (int shard = 0; shard < fence.shards(); shard++) {
      storage.fences().pass(tenant, new FenceMark(other.id(), shard));
      storage.fences().pass(otherTenant, new FenceMark(fence.id(), shard));
    }

    assertThat(storage.fences().isPassed(tenant, fence)).isFalse();
    assertThat(storage.fences().isPassed(tenant, other)).isTrue();
  }

  @Test
  void showsInNoList() {
    var feedback = TestObjects.feedback(SiteId.random(), 5, Sentiment.POSITIVE, Status.NEW);
    storage.fences().set(tenant);
    storage.feedback().create(tenant, feedback, null);
    storage.fences().set(tenant);

    for (var filter : List.of(FeedbackFilter.NO_SPAM, FeedbackFilter.only(Status.SPAM))) {
      var page = storage.feedback().list(tenant, filter, 1, null);
      assertThat(page)
          .isEqualTo(
              new FeedbackPage(
                  filter == FeedbackFilter.NO_SPAM ? List.of(feedback) : List.of(), null));
    }
    assertThat(storage.feedback().find(tenant, feedback.id())).contains(feedback);
  }
}
