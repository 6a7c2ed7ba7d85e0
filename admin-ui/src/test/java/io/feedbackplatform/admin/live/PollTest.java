package io.feedbackplatform.admin.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.admin.api.Answer;
import io.feedbackplatform.admin.api.ApiException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PollTest {
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final ManualTimer timer = new ManualTimer();
  private final Deque<Supplier<Optional<String>>> answers = new ArrayDeque<>();
  private final List<Signal<String>> heard = new ArrayList<>();
  private final Poll<String> poll =
      new Poll<>(() -> answers.remove().get(), EVERY, timer, heard::add);

  private void answers(String state) {
    answers.add(() -> Optional.of(state));
  }

  private void answersUnchanged() {
    answers.add(Optional::empty);
  }

  private void fails(RuntimeException why) {
    answers.add(() -> {
      throw why;
    });
  }

  private static ApiException down() {
    return new ApiException.Unavailable("down", null);
  }

  @Test
  void tellsNewStatesAndKeepsQuietWhenThereAreNone() {
    answers("a");
    answersUnchanged();
    answers("b");

    poll.now();
    timer.runWaiting();
    timer.runWaiting();
    timer.runWaiting();

    assertThat(heard).containsExactly(new Signal.News<>("a"), new Signal.News<>("b"));
    assertThat(timer.nextDelay()).contains(EVERY);
  }

  @Test
  void readsEverMoreRarelyWhileThereIsNoAnswer() {
    List<Duration> waits = new ArrayList<>();
    poll.now();
    for (int i = 0; i < 7; i++) {
      fails(down());
      timer.runWaiting();
      timer.nextDelay().ifPresent(waits::add);
    }

    assertThat(waits)
        .extracting(Duration::toSeconds)
        .containsExactly(2L, 4L, 8L, 16L, 30L, 30L, 30L);
    assertThat(heard).hasSize(7).allMatch(signal -> signal instanceof Signal.Trouble<String>);
  }

  @Test
  void recoversByItselfAndReturnsToItsInterval() {
    fails(down());
    fails(down());
    answers("back");

    poll.now();
    timer.runWaiting();
    timer.runWaiting();
    timer.runWaiting();

    assertThat(heard.subList(2, 4))
        .containsExactly(new Signal.Recovered<>(), new Signal.News<>("back"));
    assertThat(timer.nextDelay()).contains(EVERY);
  }

  @Test
  void saysThatItRecoveredEvenWhenNothingHasChanged() {
    fails(down());
    answersUnchanged();

    poll.now();
    timer.runWaiting();
    timer.runWaiting();

    assertThat(heard).last().isEqualTo(new Signal.Recovered<>());
  }

  @Test
  void goesOnAfterAnUnforeseenError() {
    fails(new IllegalStateException("a bug"));
    answers("fine");

    poll.now();
    timer.runWaiting();
    timer.runWaiting();

    assertThat(heard).last().isEqualTo(new Signal.News<>("fine"));
  }

  @Test
  void endsWhenOnlyASignInCanHelp() {
    fails(new ApiException.SignInRequired("over", null));

    poll.now();
    timer.runWaiting();

    assertThat(heard).containsExactly(new Signal.SignedOut<>("over"));
    assertThat(timer.waiting()).isZero();
  }

  @Test
  void asksNothingOnceStopped() {
    answers("a");
    poll.now();
    timer.runWaiting();

    poll.stop();
    poll.now();

    assertThat(timer.waiting()).isZero();
  }

  @Test
  void keepsToItselfWhatArrivesAfterItWasStopped() {
    answers.add(() -> {
      poll.stop();
      return Optional.of("too late");
    });

    poll.now();
    timer.runWaiting();

    assertThat(heard).isEmpty();
    assertThat(timer.waiting()).isZero();
  }

  @Test
  void readsAtOnceWhenAskedTo() {
    answers("a");
    poll.now();
    timer.runWaiting();

    poll.now();

    assertThat(timer.waiting()).isOne();
    assertThat(timer.nextDelay()).contains(Duration.ZERO);
  }

  @Test
  void readsAgainWhenAskedToWhileItReads() {
    answers.add(() -> {
      poll.now();
      return Optional.of("as it was asked before");
    });
    answers("as it is asked now");

    poll.now();
    timer.runWaiting();
    assertThat(timer.nextDelay()).contains(Duration.ZERO);
    timer.runWaiting();

    assertThat(heard).last().isEqualTo(new Signal.News<>("as it is asked now"));
    assertThat(timer.nextDelay()).contains(EVERY);
  }

  @Test
  void sendsBackTheTagOfTheLastAnswer() {
    List<String> sent = new ArrayList<>();
    Source<String> source =
        Source.conditional(etag -> {
          sent.add(String.valueOf(etag));
          return sent.size() == 1 ? new Answer.Fresh<>("a", "v1") : new Answer.Unchanged<>();
        });

    source.read();
    source.read();

    assertThat(sent).containsExactly("null", "v1");
  }
}
