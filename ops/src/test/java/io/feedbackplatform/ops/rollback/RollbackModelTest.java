package io.feedbackplatform.ops.rollback;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static io.feedbackplatform.ops.rollback.RollbackModel.START;
import static io.feedbackplatform.ops.rollback.RollbackModel.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.alarm.AlarmState;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.rollback.RollbackModel.Without;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Every combination of what can be the case when an alarm goes off. */
class RollbackModelTest {

  enum Alias {
    ON_N(new Traffic.One(v(10)), 10),
    ON_N_MINUS_1(new Traffic.One(v(9)), 9),
    WEIGHTED(split(9, 10), 10),
    ON_LATEST(new Traffic.Latest(), 10);

    private final Traffic traffic;
    private final int current;

    Alias(Traffic traffic, int current) {
      this.traffic = traffic;
      this.current = current;
    }
  }

  enum Marker {
    NONE,
    N_MINUS_1,
    N_MINUS_3,
    CURRENT
  }

  enum State {
    ACTIVE,
    PENDING,
    INACTIVE,
    FAILED,
    DELETED,
    OTHER_CODE
  }

  enum Message {
    ONCE,
    TWICE,
    FIFTY,
    OK,
    INSUFFICIENT_DATA,
    STALE,
    FORGED;

    boolean isValid() {
      return switch (this) {
        case ONCE, TWICE, FIFTY -> true;
        case OK, INSUFFICIENT_DATA, STALE, FORGED -> false;
      };
    }
  }

  record Case(Alias alias, Marker marker, State state, boolean deploying, Message message) {

    static List<Case> all() {
      var all = new ArrayList<Case>();
      for (var alias : Alias.values()) {
        for (var marker : Marker.values()) {
          for (var state : State.values()) {
            for (var deploying : List.of(true, false)) {
              for (var message : Message.values()) {
                all.add(new Case(alias, marker, state, deploying, message));
              }
            }
          }
        }
      }
      return all;
    }

    private int marked() {
      return switch (marker) {
        case NONE, N_MINUS_1 -> 9;
        case N_MINUS_3 -> 7;
        case CURRENT -> alias.current;
      };
    }

    RollbackModel play(Without without) {
      var model = new RollbackModel(hashCode(), without);
      var aws = model.aws;
      if (marker != Marker.NONE) {
        model.good(marked());
      }
      var candidate = aws.versions.get(v(marked()));
      switch (state) {
        case ACTIVE -> {}
        case PENDING -> candidate.activity = Activity.PENDING;
        case INACTIVE -> candidate.activity = Activity.INACTIVE;
        case FAILED -> candidate.activity = Activity.UNUSABLE;
        case DELETED -> aws.versions.remove(v(marked()));
        case OTHER_CODE -> candidate.sha = "sha-other";
      }
      model.on(alias.traffic);
      if (deploying) {
        aws.deploying.standing(v(9), alias == Alias.WEIGHTED ? v(10) : v(11));
      }
      send(model);
      aws.time.run();
      return model;
    }

    private void send(RollbackModel model) {
      var alarm = model.alarm(START.minusSeconds(5));
      switch (message) {
        case ONCE -> model.deliver(Duration.ZERO, alarm);
        case TWICE -> {
          model.deliver(Duration.ZERO, alarm);
          model.deliver(Duration.ofSeconds(90), alarm);
        }
        case FIFTY -> {
          for (int i = 0; i < 50; i++) {
            model.deliver(Duration.ZERO, model.alarm(START.minusSeconds(5)));
          }
        }
        case OK, INSUFFICIENT_DATA -> {
          model.aws.alarm = AlarmState.Value.valueOf(message.name());
          model.deliver(
              Duration.ZERO,
              new AlarmMessage(
                  "m",
                  RollbackModel.TOPIC,
                  alarm.account(),
                  alarm.alarm(),
                  message.name(),
                  alarm.changedAt()));
        }
        case STALE -> model.deliver(Duration.ZERO, model.alarm(START.minusSeconds(15 * 60 + 1)));
        case FORGED ->
            model.deliver(
                Duration.ZERO,
                new AlarmMessage(
                    "m",
                    RollbackModel.TOPIC + "-of-mine",
                    alarm.account(),
                    alarm.alarm(),
                    "ALARM",
                    alarm.changedAt()));
      }
    }

    List<String> broken(RollbackModel model) {
      return Invariants.broken(model.aws, alias.traffic, message.isValid());
    }

    /** Where there is a good version to go to, going there is what must happen. */
    boolean mustEndOnMarked() {
      var fit = state == State.ACTIVE || state == State.INACTIVE;
      var earlier = marked() < alias.current || alias == Alias.ON_LATEST;
      // A deployment that is stopped puts the alias back to where it was.
      var byCodeDeploy = deploying && alias == Alias.WEIGHTED;
      return message.isValid() && marker != Marker.NONE && fit && earlier && !byCodeDeploy;
    }
  }

  @Test
  void keepsItsPromisesInEveryCase() {
    var started = System.nanoTime();
    var failures = new ArrayList<String>();
    int changed = 0;
    int stopped = 0;
    int restless = 0;
    for (var each : Case.all()) {
      var model = each.play(Without.NOTHING);
      each.broken(model).forEach(what -> failures.add(each + ": " + what));
      if (each.mustEndOnMarked()
          && !model.aws.traffic().equals(new Traffic.One(v(each.marked())))) {
        failures.add(each + ": not rolled back, but on " + model.aws.traffic());
      }
      changed += model.aws.updates.size();
      stopped += model.aws.stopped.size();
      if (each.message().isValid() && model.aws.traffic() instanceof Traffic.Split) {
        restless++;
      }
    }

    System.out.printf(
        "rollback model: %d cases, %d changes of the alias, %d deployments stopped,"
            + " %d with nothing active to put a weighted alias on, %.1f s%n",
        Case.all().size(), changed, stopped, restless, (System.nanoTime() - started) / 1e9);
    assertThat(failures).isEmpty();
    assertThat(Case.all()).hasSize(1344);
    assertThat(changed).isGreaterThan(100);
  }

  /**
   * A model that cannot fail would prove nothing. That the revision alone is missing shows only
   * against a deployment: see {@link DeploymentRaceTest}.
   */
  @ParameterizedTest
  @EnumSource(
      value = Without.class,
      mode = Mode.EXCLUDE,
      names = {"NOTHING", "REVISION"})
  void wouldNoticeWhatIsMissing(Without without) {
    var expected =
        switch (without) {
          case RECORD -> "people were told 2 times";
          case RECORD_AND_REVISION -> "a second change for one bad version";
          case STATE -> "onto a version that is not active";
          case MARKERS -> "onto code that never proved good";
          case ORDER -> "forward";
          case ADMISSION -> "changed without a valid alarm";
          case AUDIT -> "no audit record";
          case NOTHING, REVISION -> throw new IllegalStateException();
        };

    assertThat(
            Case.all().stream()
                .filter(each -> !each.deploying())
                .flatMap(each -> each.broken(each.play(without)).stream())
                .anyMatch(what -> what.startsWith(expected)))
        .isTrue();
  }
}
