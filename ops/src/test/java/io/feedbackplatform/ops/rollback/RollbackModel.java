package io.feedbackplatform.ops.rollback;

import static io.feedbackplatform.ops.model.ModelAws.v;

import io.feedbackplatform.ops.function.AliasState;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.ApiAnswer;
import io.feedbackplatform.ops.function.ApiRequest;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.VersionState;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.model.ModelAws;
import io.feedbackplatform.ops.model.Simulation;
import io.feedbackplatform.ops.record.KnownGood;
import io.feedbackplatform.ops.record.Records;
import io.feedbackplatform.ops.record.RollbackRecord;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The rollback as it ships, on a model of AWS; or with one part of it taken out. */
final class RollbackModel {

  static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:alarms";
  static final String ALARM = "feedback-test-api-errors";

  /** What is taken out, to see that the model notices. */
  enum Without {
    NOTHING,
    REVISION,
    RECORD,
    RECORD_AND_REVISION,
    STATE,
    MARKERS,
    ORDER,
    ADMISSION,
    AUDIT
  }

  final ModelAws aws;
  private final Consumer<AlarmMessage> receive;
  private int sent;

  RollbackModel(long seed) {
    this(seed, Without.NOTHING);
  }

  RollbackModel(long seed, Without without) {
    aws = new ModelAws(START, seed);
    aws.checksRevision = without != Without.REVISION && without != Without.RECORD_AND_REVISION;
    for (int number = 1; number <= 11; number++) {
      aws.publish(number);
    }
    var functions = functions(without);
    var records = records(without);
    var report =
        new Report(
            records, aws.notifications(), metric -> {}, aws.time, new Messages("feedback-api"));
    var rollback =
        new Rollback(
            aws.alarms(),
            functions,
            aws.deployments(),
            records,
            report,
            aws.time,
            aws.time,
            situation -> decide(situation, without));
    var inbox = new AlarmInbox(TOPIC, Set.of(ALARM), rollback, report, aws.time);
    receive = without == Without.ADMISSION ? rollback::run : inbox::receive;
  }

  private static RollbackDecision decide(Situation situation, Without without) {
    return switch (without) {
      case MARKERS ->
          situation.alias().traffic() instanceof Traffic.One one && one.version().number() > 1
              ? new RollbackDecision.RollBack(
                  situation.alias().suspect(),
                  List.of(new Candidate(v((int) one.version().number() - 1), null)))
              : Decide.of(situation);
      case ORDER ->
          Decide.of(situation) instanceof RollbackDecision.Leave
                  && !situation.good().isEmpty()
                  && situation.rollbacks().isEmpty()
              ? new RollbackDecision.RollBack(
                  situation.alias().suspect(),
                  List.of(new Candidate(situation.good().getFirst().version(), null)))
              : Decide.of(situation);
      default -> Decide.of(situation);
    };
  }

  private Functions functions(Without without) {
    var real = aws.functions();
    if (without != Without.STATE) {
      return real;
    }
    return new Functions() {
      @Override
      public AliasState alias() {
        return real.alias();
      }

      @Override
      public Optional<VersionState> version(PublishedVersion version) {
        return Optional.of(new VersionState(Activity.ACTIVE, true, "sha-" + version));
      }

      @Override
      public ApiAnswer call(PublishedVersion version, ApiRequest request) {
        return new ApiAnswer.Answered(200, "application/json");
      }

      @Override
      public boolean point(PublishedVersion version, String revisionId) {
        return real.point(version, revisionId);
      }
    };
  }

  /** Forgets rollbacks, or writes nothing into the audit. */
  private Records records(Without without) {
    var real = aws.records();
    return (Records)
        Proxy.newProxyInstance(
            Records.class.getClassLoader(),
            new Class<?>[] {Records.class},
            (proxy, method, arguments) -> {
              if (without == Without.RECORD || without == Without.RECORD_AND_REVISION) {
                switch (method.getName()) {
                  case "begin":
                    return true;
                  case "rollbacks":
                    return List.<RollbackRecord>of();
                  default:
                }
              }
              if (without == Without.AUDIT && method.getName().equals("audit")) {
                return null;
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            });
  }

  RollbackModel good(int... numbers) {
    for (var number : numbers) {
      aws.records.markGood(
          new KnownGood(v(number), "sha-" + number, START.minus(Duration.ofDays(20 - number))));
    }
    return this;
  }

  RollbackModel on(Traffic traffic) {
    aws.route(traffic);
    return this;
  }

  RollbackModel on(int number) {
    return on(new Traffic.One(v(number)));
  }

  static Traffic split(int one, int other) {
    return new Traffic.Split(Set.of(v(one), v(other)));
  }

  AlarmMessage alarm(Instant changedAt) {
    return new AlarmMessage("m-" + ++sent, TOPIC, "111122223333", ALARM, "ALARM", changedAt);
  }

  /** As Lambda does: what fails comes again after a minute, and after two more. */
  void deliver(Duration delay, AlarmMessage message) {
    aws.time.after(
        delay,
        () -> {
          for (int attempt = 0; attempt < 3; attempt++) {
            try {
              receive.accept(message);
              return;
            } catch (RuntimeException | Simulation.Crash failed) {
              aws.time.pause(Duration.ofMinutes(1 + attempt));
            }
          }
        });
  }
}
