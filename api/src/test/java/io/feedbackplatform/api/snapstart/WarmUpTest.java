package io.feedbackplatform.api.snapstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockServletContext;

@Timeout(20)
class WarmUpTest {

  @Test
  void hasPrimedThePartsBeforeRequestsAreTaken() {
    var primed = new CountDownLatch(1);
    var starting = Thread.currentThread();
    var warmUp =
        warmUpOf(() -> {
          while (starting.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
          }
          primed.countDown();
        });

    warmUp.onStartup(new MockServletContext());
    warmUp.start();

    assertThat(primed.getCount()).isZero();
  }

  @Test
  void doesNotWaitForStorageThatDoesNotAnswer() {
    var never = new CountDownLatch(1);
    var warmUp = warmUpOf(() -> awaitUninterruptibly(never));
    var begun = System.nanoTime();

    warmUp.onStartup(new MockServletContext());
    warmUp.start();

    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
    never.countDown();
  }

  @Test
  void leavesItToTheFirstRequestToTellThatStorageIsAway() {
    var next = new CountDownLatch(1);
    var warmUp =
        warmUpOf(
            () -> {
              throw new IllegalStateException("away");
            },
            next::countDown);

    warmUp.onStartup(new MockServletContext());

    assertThatCode(warmUp::start).doesNotThrowAnyException();
    assertThat(next.getCount()).as("the part after the one that failed").isZero();
  }

  @Test
  void leavesOutWhatOnlyASnapshotNeeds() {
    var primed = new CountDownLatch(1);
    var warmUp = new WarmUp(List.of(new Part(primed::countDown, false)), environment("true"));

    warmUp.onStartup(new MockServletContext());
    warmUp.start();

    assertThat(primed.getCount()).isOne();
  }

  @Test
  void leavesAStartAloneForWhichNobodyWaits() {
    var primed = new CountDownLatch(1);
    var warmUp = new WarmUp(List.of(new Part(primed::countDown, true)), environment("false"));

    warmUp.onStartup(new MockServletContext());
    warmUp.start();

    assertThat(primed.getCount()).isOne();
  }

  private static WarmUp warmUpOf(Runnable... primings) {
    return new WarmUp(
        List.of(primings).stream().<SnapshotPart>map(prime -> new Part(prime, true)).toList(),
        environment("true"));
  }

  private static MockEnvironment environment(String wanted) {
    return new MockEnvironment().withProperty(WarmUp.PROPERTY, wanted);
  }

  private record Part(Runnable priming, boolean isPrimedAtStart) implements SnapshotPart {

    @Override
    public void prime() {
      priming.run();
    }
  }

  private static void awaitUninterruptibly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
