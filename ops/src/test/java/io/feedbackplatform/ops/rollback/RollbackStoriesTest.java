package io.feedbackplatform.ops.rollback;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static io.feedbackplatform.ops.rollback.RollbackModel.START;
import static io.feedbackplatform.ops.rollback.RollbackModel.split;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.alarm.AlarmState;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.model.ModelAws;
import io.feedbackplatform.ops.notification.Notification;
import io.feedbackplatform.ops.record.AuditEntry;
import io.feedbackplatform.ops.record.FrozenBuild;
import io.feedbackplatform.ops.record.RollbackRecord;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What operators are promised, one story each. */
class RollbackStoriesTest {

  private static void alarm(RollbackModel model, Duration when) {
    model.deliver(when, model.alarm(START.plus(when)));
  }

  private static ModelAws afterAlarm(RollbackModel model) {
    alarm(model, Duration.ZERO);
    model.aws.time.run();
    return model.aws;
  }

  private static void assertNothingChanged(ModelAws aws, String outcome) {
    assertThat(aws.updates).isEmpty();
    assertThat(aws.records.history(10)).extracting(AuditEntry::outcome).contains(outcome);
  }

  @Test
  void goesToTheNewestVersionThatProvedGood() {
    var aws = afterAlarm(new RollbackModel(1).good(3, 7).on(10));

    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(7)));
    assertThat(aws.records.frozen()).extracting(FrozenBuild::codeSha256).containsExactly("sha-10");
    assertThat(aws.notifications)
        .singleElement()
        .satisfies(told -> {
          assertThat(told.subject()).isEqualTo("[rolled back] feedback-api: version 10 -> 7");
          assertThat(told.text())
              .contains(RollbackModel.ALARM, "sha-10", "unfreeze", "docs/runbooks/lambda-bug.md");
        });
    assertThat(aws.records.history(10))
        .singleElement()
        .satisfies(entry -> assertThat(entry.outcome()).isEqualTo("rolled_back"));
  }

  @Test
  void takesTenSecondsAtMostWhenTheCandidateIsActive() {
    for (int seed = 0; seed < 200; seed++) {
      var aws = afterAlarm(new RollbackModel(seed).good(7, 9).on(10));

      assertThat(aws.updates).singleElement();
      assertThat(Duration.between(START, aws.updates.getFirst().at()))
          .isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void takesNinetySecondsAtMostWhenItHasToBeWoken() {
    for (int seed = 0; seed < 200; seed++) {
      var model = new RollbackModel(seed).good(9).on(10);
      model.aws.versions.get(v(9)).activity = Activity.INACTIVE;
      var aws = afterAlarm(model);

      assertThat(aws.updates).singleElement();
      assertThat(Duration.between(START, aws.updates.getFirst().at()))
          .isLessThan(Duration.ofSeconds(90));
    }
  }

  @Test
  void triesTheNextGoodVersionWhenTheNewestIsIll() {
    var model = new RollbackModel(1).good(7, 9).on(10);
    model.aws.versions.get(v(9)).healthy = false;

    assertThat(afterAlarm(model).traffic()).isEqualTo(new Traffic.One(v(7)));
  }

  @Test
  void changesNothingWhenEverythingIsIll() {
    var model = new RollbackModel(1).good(7, 9).on(10);
    model.aws.versions.values().forEach(version -> version.healthy = false);

    assertNothingChanged(afterAlarm(model), "no_fit_candidate");
    assertThat(model.aws.notifications).hasSize(1);
    assertThat(model.aws.records.frozen()).isEmpty();
  }

  @Test
  void changesNothingWhenTheAlarmIsOver() {
    var model = new RollbackModel(1).good(9).on(10);
    model.aws.alarm = AlarmState.Value.OK;

    assertNothingChanged(afterAlarm(model), "alarm_is_over");
    assertThat(model.aws.notifications).isEmpty();
  }

  @Test
  void neverChoosesAFrozenBuild() {
    var model = new RollbackModel(1).good(9).on(10);
    model.aws.versions.get(v(11)).sha = "sha-9";
    model.on(11);
    alarm(model, Duration.ZERO);
    model.aws.time.run();

    // The same code with other settings is not frozen, or there would be no way back.
    assertThat(model.aws.traffic()).isEqualTo(new Traffic.One(v(9)));
    assertThat(model.aws.records.frozen()).isEmpty();
  }

  @Test
  void neverComesBackToWhatItLeft() {
    var model = new RollbackModel(1).good(9, 10).on(10);
    var aws = model.aws;
    alarm(model, Duration.ZERO);
    aws.time.run();
    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(9)));

    // Two days later 11 is released and fails. 10 is the newest that ever proved good.
    model.on(11);
    alarm(model, Duration.ofDays(2));
    aws.time.run();

    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(9)));
  }

  @Test
  void leavesAVersionThatSomebodyPutBack() {
    var model = new RollbackModel(1).good(7, 9).on(10);
    alarm(model, Duration.ZERO);
    model.aws.time.run();
    model.on(10);
    alarm(model, Duration.ofHours(3));
    model.aws.time.run();

    assertThat(model.aws.traffic()).isEqualTo(new Traffic.One(v(10)));
    assertThat(model.aws.updates).hasSize(1);
    assertThat(model.aws.notifications).hasSize(2);
  }

  @Test
  void rollsBackOnceWhenTheAlarmFlaps() {
    var model = new RollbackModel(1).good(5, 7, 9).on(10);
    for (int flap = 0; flap < 100; flap++) {
      alarm(model, Duration.ofSeconds(36L * flap));
    }
    model.aws.time.run();

    assertThat(model.aws.updates).hasSize(1);
    assertThat(model.aws.notifications).hasSize(1);
  }

  @Test
  void pagesOnceWhenTheAlarmFlapsAndThereIsNoWayBack() {
    var model = new RollbackModel(1).on(10);
    for (int flap = 0; flap < 100; flap++) {
      alarm(model, Duration.ofSeconds(36L * flap));
    }
    model.aws.time.run();

    assertThat(model.aws.updates).isEmpty();
    assertThat(model.aws.notifications).hasSize(1);
    assertThat(model.aws.records.history(1000)).hasSize(100);
  }

  @Test
  void doesNotWalkDownTheHistoryWhenTheBuildIsNotTheCause() {
    var model = new RollbackModel(1).good(5, 7, 9).on(10);
    alarm(model, Duration.ZERO);
    alarm(model, Duration.ofHours(2));
    model.aws.time.run();

    assertThat(model.aws.traffic()).isEqualTo(new Traffic.One(v(9)));
    assertThat(model.aws.notifications)
        .extracting(Notification::subject)
        .containsExactly(
            "[rolled back] feedback-api: version 10 -> 9",
            "[act now] feedback-api: no rollback from version 9");
  }

  @Test
  void makesAtMostOneRollbackInHalfAnHourAndTwoADay() {
    var model = new RollbackModel(1).good(6, 7).on(8);
    alarm(model, Duration.ZERO);
    model.aws.time.after(Duration.ofMinutes(10), () -> model.on(9));
    alarm(model, Duration.ofMinutes(20));
    alarm(model, Duration.ofMinutes(40));
    model.aws.time.after(Duration.ofHours(3), () -> model.on(11));
    alarm(model, Duration.ofHours(4));
    alarm(model, Duration.ofHours(25));
    model.aws.time.run();

    assertThat(model.aws.updates)
        .extracting(update -> Duration.between(START, update.at()).toMinutes())
        .containsExactly(0L, 40L, 25 * 60L);
    assertThat(model.aws.records.history(100))
        .extracting(AuditEntry::outcome)
        .contains("cooling_down", "daily_limit");
  }

  @Test
  void stopsADeploymentAndLeavesTheAliasToCodeDeploy() {
    var model = new RollbackModel(1).good(9).on(split(9, 10));
    model.aws.deploying.standing(v(9), v(10));
    var aws = afterAlarm(model);

    assertThat(aws.stopped).hasSize(1);
    assertThat(aws.updates).isEmpty();
    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(9)));
    assertThat(aws.records.frozen()).extracting(FrozenBuild::codeSha256).containsExactly("sha-10");
    assertThat(aws.notifications).hasSize(1);
  }

  @Test
  void leavesTheGoodVersionWhenCodeDeployWasFaster() {
    var model = new RollbackModel(1).good(7, 9).on(split(9, 10));
    model.aws.deploying.standing(v(9), v(10));
    model.aws.time.after(
        Duration.ofSeconds(30),
        () -> {
          model.aws.deploying.abandon();
          model.on(9);
        });
    alarm(model, Duration.ofSeconds(40));
    model.aws.time.run();

    assertThat(model.aws.traffic()).isEqualTo(new Traffic.One(v(9)));
    assertThat(model.aws.updates).isEmpty();
    assertThat(model.aws.records.frozen())
        .extracting(FrozenBuild::codeSha256)
        .containsExactly("sha-10");
  }

  @Test
  void waitsForTheWayBackOfADeploymentThatTheAlarmHasStopped() {
    for (int seed = 0; seed < 50; seed++) {
      var model = new RollbackModel(seed).good(7).on(split(9, 10));
      model.aws.deploying.standing(v(9), v(10));
      model.aws.time.after(Duration.ZERO, () -> model.aws.deploying.alarm());
      // Between the end of that deployment and the beginning of the one that puts the alias back.
      alarm(model, Duration.ofMillis(2_000 + 20 * seed));
      model.aws.time.run();

      assertThat(model.aws.updates).isEmpty();
      assertThat(model.aws.traffic()).isEqualTo(new Traffic.One(v(9)));
      assertThat(model.aws.records.frozen())
          .extracting(FrozenBuild::codeSha256)
          .containsExactly("sha-10");
    }
  }

  @Test
  void isNotKeptFromARollbackByOneThatNeverCameToItsEnd() {
    var model = new RollbackModel(1).good(7).on(11);
    model.aws.records.begin(
        new RollbackRecord(
            new Suspect.Published(v(10)),
            "sha-10",
            v(7),
            "r-of-then",
            RollbackModel.ALARM,
            START.minus(Duration.ofHours(3)),
            RollbackRecord.Progress.STARTED));
    var aws = afterAlarm(model);

    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(7)));
    assertThat(aws.records.rollbacks())
        .extracting(RollbackRecord::progress)
        .containsExactlyInAnyOrder(
            RollbackRecord.Progress.SUPERSEDED, RollbackRecord.Progress.DONE);
    assertThat(aws.notifications)
        .extracting(Notification::subject)
        .containsExactly(
            "[look] feedback-api: version 10 was replaced",
            "[rolled back] feedback-api: version 11 -> 7");
  }

  @Test
  void tellsAHumanBeforeLambdaEndsTheRunWhenEveryCandidateHangs() {
    var model = new RollbackModel(1).good(5, 6, 7).on(10);
    for (var number : new int[] {5, 6, 7}) {
      var version = model.aws.versions.get(v(number));
      version.activity = Activity.INACTIVE;
      version.healthy = false;
      version.answersAfter = Duration.ofSeconds(31);
    }
    assertNothingChanged(afterAlarm(model), "no_fit_candidate");

    assertThat(model.aws.notifications).hasSize(1);
    assertThat(Duration.between(START, model.aws.time.instant())).isLessThan(Duration.ofMinutes(5));
  }

  @Test
  void clearsWeightsThatADeploymentLeftBehind() {
    var aws = afterAlarm(new RollbackModel(1).on(split(9, 10)));

    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(9)));
  }

  @Test
  void takesAnAliasOffLatest() {
    var aws = afterAlarm(new RollbackModel(1).good(7).on(new Traffic.Latest()));

    assertThat(aws.traffic()).isEqualTo(new Traffic.One(v(7)));
    assertThat(aws.records.frozen()).isEmpty();
  }

  @Test
  void admitsOnlyWhatComesFromItsOwnTopicInTime() {
    var good = new RollbackModel(1).alarm(START);
    var alarms = Set.of(RollbackModel.ALARM);
    var topic = RollbackModel.TOPIC;

    assertThat(good.refusal(topic, alarms, START)).isEmpty();
    assertThat(good.refusal(topic, alarms, START.plusSeconds(900))).isEmpty();
    assertThat(good.refusal(topic, alarms, START.plusSeconds(901))).isPresent();
    assertThat(good.refusal(topic, alarms, START.minusSeconds(120))).isEmpty();
    assertThat(good.refusal(topic, alarms, START.minusSeconds(121))).isPresent();
    assertThat(good.refusal(topic + "x", alarms, START)).isPresent();
    assertThat(good.refusal(topic, Set.of("another"), START)).isPresent();
    assertThat(
            new AlarmMessage("m", topic, "999999999999", RollbackModel.ALARM, "ALARM", START)
                .refusal(topic, alarms, START))
        .isPresent();
    assertThat(
            new AlarmMessage("m", topic, "111122223333", RollbackModel.ALARM, "ALARM", null)
                .refusal(topic, alarms, START))
        .isPresent();
  }
}
