package io.feedbackplatform.ops.rollback;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static io.feedbackplatform.ops.rollback.RollbackModel.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.rollback.RollbackModel.Without;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * A thousand ways in which an alarm and a deployment of version 10 can meet, in a third of which
 * the process ends somewhere and the alarm is delivered again. In the end the alias is on a version
 * that proved good, or on what was deployed after the rollback, or instead of it; and if the
 * rollback could not be finished, a human was told.
 */
class DeploymentRaceTest {

  private static final int SEEDS = 1000;

  private record Played(RollbackModel model) {

    /** Versions 9 and 7 proved good, 9 serves; then come 10 and, at about that time, an alarm. */
    static Played of(int seed, Without without) {
      var model = new RollbackModel(seed, without).good(7, 9).on(9);
      var aws = model.aws;
      var random = aws.time.random();
      var deployed = Duration.ofMillis(random.nextLong(60_000));
      var close = random.nextBoolean();
      var checks = Duration.ofMillis(random.nextLong(close ? 1_000 : 20_000));
      var bake = Duration.ofMillis(random.nextLong(40_000));
      aws.time.after(deployed, () -> aws.deploying.canary(v(10), checks, bake));
      int messages = 1 + random.nextInt(3);
      // Half of them within seconds of the moment in which traffic begins to move.
      var alarm =
          close
              ? Duration.ofMillis(Math.max(0, deployed.toMillis() - 5_000 + random.nextLong(7_000)))
              : Duration.ofMillis(random.nextLong(130_000));
      if (random.nextInt(3) == 0) {
        // By hand, before the alarm: what is left weighted after it would be nobody's fault.
        aws.time.after(
            Duration.ofMillis(random.nextLong(alarm.toMillis() + 1)),
            () -> aws.deploying.abandon());
      }
      if (random.nextInt(3) == 0) {
        aws.crashAfter = 1 + random.nextInt(60);
      }
      for (int i = 0; i < messages; i++) {
        model.deliver(alarm.plusMillis(random.nextLong(3_000)), model.alarm(START.plus(alarm)));
      }
      if (random.nextInt(3) == 0) {
        // CodeDeploy listens to the alarm as well.
        aws.time.after(alarm.plusMillis(random.nextLong(3_000)), () -> aws.deploying.alarm());
      }
      aws.time.run();
      return new Played(model);
    }

    List<String> broken() {
      var broken = new ArrayList<String>();
      var aws = model.aws;
      var last = aws.traffic();
      if (last instanceof Traffic.Split) {
        broken.add("a mix of two versions");
      }
      if (!List.of(new Traffic.One(v(7)), new Traffic.One(v(9)), new Traffic.One(v(10)))
          .contains(last)) {
        broken.add("an outcome that nobody wanted: " + last);
      }
      if (last.equals(new Traffic.One(v(10))) && !deployedAfterTheRollback() && !told("[look]")) {
        broken.add("the suspect serves on");
      }
      if (aws.updates.stream().map(ModelAwsUpdates::suspect).distinct().count()
          < aws.updates.size()) {
        broken.add("a second change for one bad version");
      }
      if (!aws.records.isSettled() && !told("[act now]")) {
        broken.add("a rollback left in the middle");
      }
      if (aws.records.history(1).isEmpty()) {
        broken.add("no audit record");
      }
      return broken;
    }

    private boolean told(String subject) {
      return model.aws.notifications.stream().anyMatch(each -> each.subject().startsWith(subject));
    }

    /** Who releases after a rollback means it; CodeDeploy's alarms are his protection. */
    private boolean deployedAfterTheRollback() {
      var aws = model.aws;
      return aws.deploying.all().stream()
          .anyMatch(each ->
              each.stage() == Deployment.Stage.SUCCEEDED
                  && !aws.updates.isEmpty()
                  && each.created().isAfter(aws.updates.getLast().at()));
    }
  }

  private static final class ModelAwsUpdates {
    private static String suspect(io.feedbackplatform.ops.model.ModelAws.Update update) {
      return switch (update.from()) {
        case Traffic.One one -> one.version().toString();
        case Traffic.Split split -> split.newest().toString();
        case Traffic.Latest _ -> "$LATEST";
      };
    }
  }

  @Test
  void neverEndsInAMix() {
    var outcomes = new TreeMap<String, Integer>();
    var failures = new ArrayList<String>();
    for (int seed = 0; seed < SEEDS; seed++) {
      var played = Played.of(seed, Without.NOTHING);
      for (var what : played.broken()) {
        failures.add("seed " + seed + ": " + what);
      }
      outcomes.merge(
          played.model().aws.traffic()
              + ", changes "
              + played.model().aws.updates.size()
              + ", stopped "
              + played.model().aws.stopped.size(),
          1,
          Integer::sum);
    }

    outcomes.forEach((outcome, times) -> System.out.println("race: " + times + " x " + outcome));
    assertThat(failures).isEmpty();
    assertThat(outcomes).hasSizeGreaterThan(3);
  }

  @Test
  void wouldNoticeAChangeThatIsNotTiedToTheRevision() {
    var broken = new ArrayList<String>();
    for (int seed = 0; seed < SEEDS && broken.isEmpty(); seed++) {
      broken.addAll(Played.of(seed, Without.REVISION).broken());
    }

    assertThat(broken).isNotEmpty();
  }
}
