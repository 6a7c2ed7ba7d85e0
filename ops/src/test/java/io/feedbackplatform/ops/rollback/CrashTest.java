package io.feedbackplatform.ops.rollback;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static io.feedbackplatform.ops.rollback.RollbackModel.START;
import static io.feedbackplatform.ops.rollback.RollbackModel.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.VersionState.Activity;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The process may end after any call; the alarm is then delivered again. */
class CrashTest {

  enum Start {
    GOOD_VERSION,
    CANDIDATE_ASLEEP,
    NEWEST_GOOD_ILL,
    WEIGHTED,
    ON_LATEST,
    DEPLOYMENT_IN_ITS_CHECKS,
    DEPLOYMENT_IN_ITS_BAKE,
    NO_WAY_BACK;

    RollbackModel model() {
      var model = new RollbackModel(7);
      switch (this) {
        case GOOD_VERSION -> model.good(7, 9).on(10);
        case CANDIDATE_ASLEEP -> {
          model.good(9).on(10);
          model.aws.versions.get(v(9)).activity = Activity.INACTIVE;
        }
        case NEWEST_GOOD_ILL -> {
          model.good(7, 9).on(10);
          model.aws.versions.get(v(9)).healthy = false;
        }
        case WEIGHTED -> model.on(split(9, 10));
        case ON_LATEST -> model.good(9).on(new Traffic.Latest());
        case DEPLOYMENT_IN_ITS_CHECKS -> {
          model.good(7, 9).on(10);
          model.aws.deploying.standing(v(10), v(11));
        }
        case DEPLOYMENT_IN_ITS_BAKE -> {
          model.good(9).on(split(9, 10));
          model.aws.deploying.standing(v(9), v(10));
        }
        case NO_WAY_BACK -> model.on(10);
      }
      return model;
    }

    RollbackModel played(int crashAfter) {
      var model = model();
      model.aws.crashAfter = crashAfter;
      model.deliver(Duration.ZERO, model.alarm(START));
      model.aws.time.run();
      return model;
    }
  }

  @ParameterizedTest
  @EnumSource(Start.class)
  void endsInTheSameStateWhereverItIsCutOff(Start start) {
    var whole = start.played(0).aws;

    for (int call = 1; call <= whole.calls.size(); call++) {
      var cut = start.played(call).aws;

      assertThat(cut.finalState())
          .as("%s, cut off after call %d, %s", start, call, whole.calls.get(call - 1))
          .isEqualTo(whole.finalState());
      assertThat(cut.updates).hasSameSizeAs(whole.updates);
      assertThat(cut.records.isSettled()).isTrue();
      // Between telling and noting that, nobody can know: then people hear it twice.
      var unsure = whole.calls.get(call - 1).equals("Notifications.send");
      assertThat(cut.notifications).hasSize(unsure ? 2 : 1);
    }
    System.out.println("crash: " + start + ", after each of " + whole.calls.size() + " calls");
  }
}
