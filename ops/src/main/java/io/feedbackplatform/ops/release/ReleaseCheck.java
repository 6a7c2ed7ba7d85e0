package io.feedbackplatform.ops.release;

import io.feedbackplatform.ops.Pauses;
import io.feedbackplatform.ops.function.ApiAnswer;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.VersionState;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.record.Records;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a version may get traffic. */
final class ReleaseCheck {

  /** All of it: well within the hour that CodeDeploy waits, and the time that Lambda gives. */
  private static final Duration LIMIT = Duration.ofSeconds(200);

  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  /** The first call of a version starts it, and may be turned down while that lasts. */
  private static final int CALLS = 3;

  private final Functions functions;
  private final Records records;
  private final Pauses pauses;
  private final Clock clock;

  ReleaseCheck(Functions functions, Records records, Pauses pauses, Clock clock) {
    this.functions = functions;
    this.records = records;
    this.pauses = pauses;
    this.clock = clock;
  }

  /** Why it may not; empty when it may. */
  Optional<String> objection(PublishedVersion version) {
    var until = clock.instant().plus(LIMIT);
    if (records.rolledBackFrom(version)) {
      return Optional.of("version " + version + " was rolled back from");
    }
    var state = active(version, until);
    if (state.isEmpty()) {
      return Optional.of("version " + version + " is not active");
    }
    var sha = state.get().codeSha256();
    if (records.frozen().stream().anyMatch(build -> build.codeSha256().equals(sha))) {
      return Optional.of(
          "build " + sha + " is frozen; an operator can clear it: ops/operate unfreeze " + sha);
    }
    return SyntheticCheck.ALL.stream()
        .flatMap(check -> failure(version, check, until).stream())
        .findFirst();
  }

  private Optional<VersionState> active(PublishedVersion version, Instant until) {
    var state = functions.version(version);
    while (state.isPresent()
        && state.get().activity() == Activity.PENDING
        && clock.instant().isBefore(until)) {
      pauses.pause(LOOK_AGAIN);
      state = functions.version(version);
    }
    return state.filter(found -> found.activity() == Activity.ACTIVE && found.settled());
  }

  private Optional<String> failure(PublishedVersion version, SyntheticCheck check, Instant until) {
    if (clock.instant().isAfter(until)) {
      return Optional.of("the checks took more than " + LIMIT.toSeconds() + " s");
    }
    ApiAnswer answer = functions.call(version, check.request());
    for (int calls = 1; calls < CALLS && isWorthAnotherTry(answer, until); calls++) {
      pauses.pause(LOOK_AGAIN);
      answer = functions.call(version, check.request());
    }
    return check.passes(answer) ? Optional.empty() : Optional.of(check.failure(answer));
  }

  private boolean isWorthAnotherTry(ApiAnswer answer, Instant until) {
    return !(answer instanceof ApiAnswer.Answered) && clock.instant().isBefore(until);
  }
}
