package io.feedbackplatform.api.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.storage.Storage;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mockito.stubbing.Answer;
import org.springframework.mock.web.MockServletContext;

@Timeout(20)
class StorageWarmUpTest {

  private final Storage storage = mock(Storage.class);
  private final SiteKeys keys = mock(SiteKeys.class);
  private final StorageWarmUp warmUp = new StorageWarmUp(storage);

  @BeforeEach
  void offerKeys() {
    when(storage.siteKeys()).thenReturn(keys);
  }

  @Test
  void hasAskedStorageBeforeRequestsAreTaken() {
    var asked = new CountDownLatch(1);
    var starting = Thread.currentThread();
    onLookup(call -> {
      while (starting.getState() != Thread.State.TIMED_WAITING) {
        Thread.onSpinWait();
      }
      asked.countDown();
      return Optional.empty();
    });

    warmUp.onStartup(new MockServletContext());
    warmUp.start();

    assertThat(asked.getCount()).isZero();
  }

  @Test
  void doesNotWaitForStorageThatDoesNotAnswer() {
    var never = new CountDownLatch(1);
    onLookup(call -> {
      never.await();
      return Optional.empty();
    });
    var begun = System.nanoTime();

    warmUp.onStartup(new MockServletContext());
    warmUp.start();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    never.countDown();
  }

  @Test
  void leavesItToTheFirstRequestToTellThatStorageIsAway() {
    onLookup(call -> {
      throw new IllegalStateException("away");
    });

    warmUp.onStartup(new MockServletContext());

    assertThatCode(warmUp::start).doesNotThrowAnyException();
  }

  private void onLookup(Answer<?> answer) {
    when(keys.find(any(SiteKey.class))).thenAnswer(answer);
  }
}
