package io.feedbackplatform.ops.rollback;

import io.feedbackplatform.ops.Pauses;
import io.feedbackplatform.ops.function.ApiAnswer;
import io.feedbackplatform.ops.function.ApiRequest;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.VersionState;
import io.feedbackplatform.ops.function.VersionState.Activity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a candidate can take the traffic now: active, settled, of the code that proved good, not
 * frozen, and ready by its own word. One that sleeps is woken and waited for.
 */
final class FitnessCheck {

  /** For one candidate; only what has begun by then may take longer. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** One failure says little. */
  private static final int ANSWERS = 3;

  private final Functions functions;
  private final Pauses pauses;
  private final Clock clock;

  FitnessCheck(Functions functions, Pauses pauses, Clock clock) {
    this.functions = functions;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** Why it is not fit; empty when it is. */
  Optional<String> unfit(Candidate candidate, Set<String> frozen) {
    var version = candidate.version();
    var until = clock.instant().plus(LIMIT);
    var found = functions.version(version);
    if (found.isEmpty()) {
      return unfit(version, "has been deleted");
    }
    var sha = found.get().codeSha256();
    if (candidate.codeSha256() != null && !candidate.codeSha256().equals(sha)) {
      return unfit(version, "is not of the code that proved good");
    }
    if (frozen.contains(sha)) {
      return unfit(version, "is of a frozen build");
    }
    if (!isOrBecomesActive(version, found.get(), until)) {
      return unfit(version, "is not active");
    }
    var answer = call(version, until);
    return answer.successful() ? Optional.empty() : unfit(version, "is ill: " + answer.summary());
  }

  private static Optional<String> unfit(PublishedVersion version, String why) {
    return Optional.of("version " + version + " " + why);
  }

  private boolean isOrBecomesActive(PublishedVersion version, VersionState found, Instant until) {
    if (found.activity() == Activity.INACTIVE) {
      var _ = functions.call(version, ApiRequest.READINESS);
    }
    var state = Optional.of(found);
    while (state.isPresent() && mayBecomeActive(state.get()) && clock.instant().isBefore(until)) {
      pauses.pause(LOOK_AGAIN);
      state = functions.version(version);
    }
    return state.isPresent()
        && state.get().activity() == Activity.ACTIVE
        && state.get().settled()
        && state.get().codeSha256().equals(found.codeSha256());
  }

  private static boolean mayBecomeActive(VersionState state) {
    return switch (state.activity()) {
      case PENDING, INACTIVE -> true;
      case ACTIVE, UNUSABLE -> false;
    };
  }

  /**
   * A function that hangs uses up its concurrency: being throttled is no answer, and waited out.
   */
  private ApiAnswer call(PublishedVersion version, Instant until) {
    var answer = functions.call(version, ApiRequest.READINESS);
    int answers = answer instanceof ApiAnswer.Throttled ? 0 : 1;
    while (!answer.successful() && answers < ANSWERS && clock.instant().isBefore(until)) {
      pauses.pause(LOOK_AGAIN);
      answer = functions.call(version, ApiRequest.READINESS);
      answers += answer instanceof ApiAnswer.Throttled ? 0 : 1;
    }
    return answer;
  }
}
