package io.feedbackplatform.ops.release;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.alarm.AlarmState;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.model.ModelAws;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.RollbackRecord;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReleaseWatchTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final String ALARM = "feedback-test-api-errors";

  private final ModelAws aws = new ModelAws(START, 1).publish(9).publish(10);
  private Instant alarmSince = START.minus(Duration.ofDays(1));

  ReleaseWatchTest() {
    aws.alarm = AlarmState.Value.OK;
    aws.route(new Traffic.One(v(10)));
  }

  private void lookEvery5Minutes(int times) {
    var watch =
        new ReleaseWatch(
            aws.functions(),
            names -> List.of(new AlarmState(ALARM, aws.alarm, alarmSince)),
            aws.deployments(),
            aws.records(),
            metric -> {},
            aws.time,
            Set.of(ALARM),
            Duration.ofMinutes(30));
    aws.time.after(
        Duration.ZERO,
        () -> {
          for (int look = 0; look < times; look++) {
            watch.look();
            aws.time.pause(Duration.ofMinutes(5));
          }
        });
    aws.time.run();
  }

  @Test
  void marksAVersionThatServedThroughItsBakeTime() {
    lookEvery5Minutes(6);
    assertThat(aws.records.knownGood()).isEmpty();

    lookEvery5Minutes(2);
    assertThat(aws.records.knownGood())
        .singleElement()
        .satisfies(good -> {
          assertThat(good.version()).isEqualTo(v(10));
          assertThat(good.codeSha256()).isEqualTo("sha-10");
        });
    assertThat(aws.records.history(10)).hasSize(1);
  }

  @Test
  void beginsAgainAfterAnAlarmEvenIfThatWasOverBetweenTwoLooks() {
    lookEvery5Minutes(6);
    alarmSince = aws.time.instant();
    lookEvery5Minutes(2);
    assertThat(aws.records.knownGood()).isEmpty();

    lookEvery5Minutes(6);
    assertThat(aws.records.knownGood()).hasSize(1);
  }

  @Test
  void marksNothingWhileAnAlarmIsNotOk() {
    aws.alarm = AlarmState.Value.INSUFFICIENT_DATA;

    lookEvery5Minutes(20);

    assertThat(aws.records.knownGood()).isEmpty();
  }

  @Test
  void marksNothingOnAWeightedAliasOrOnLatest() {
    aws.route(new Traffic.Split(Set.of(v(9), v(10))));
    lookEvery5Minutes(20);
    aws.route(new Traffic.Latest());
    lookEvery5Minutes(20);

    assertThat(aws.records.knownGood()).isEmpty();
  }

  @Test
  void marksNothingWhileADeploymentRuns() {
    aws.deploying.standing(v(10), v(11));

    lookEvery5Minutes(20);

    assertThat(aws.records.knownGood()).isEmpty();
  }

  @Test
  void neverMarksAVersionThatWasRolledBackFrom() {
    aws.records.begin(
        new RollbackRecord(
            new Suspect.Published(v(10)), "sha-10", v(9), "r", ALARM, START, Progress.DONE));

    lookEvery5Minutes(20);

    assertThat(aws.records.knownGood()).isEmpty();
  }

  @Test
  void neverMarksAFrozenBuildUnderAnotherNumber() {
    aws.records.begin(
        new RollbackRecord(
            new Suspect.Published(v(8)), "sha-10", v(7), "r", ALARM, START, Progress.DONE));

    lookEvery5Minutes(20);

    assertThat(aws.records.knownGood()).isEmpty();
  }

  @Test
  void keepsTheVersionToGoBackToAwake() {
    aws.records.markGood(new KnownGood(v(9), "sha-9", START));
    aws.versions.get(v(9)).activity = Activity.INACTIVE;

    lookEvery5Minutes(2);

    assertThat(aws.versions.get(v(9)).activity).isEqualTo(Activity.ACTIVE);
  }
}
