package io.feedbackplatform.ops.model;

import io.feedbackplatform.ops.alarm.AlarmState;
import io.feedbackplatform.ops.alarm.Alarms;
import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.deployment.Deployments;
import io.feedbackplatform.ops.function.AliasState;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.ApiAnswer;
import io.feedbackplatform.ops.function.ApiRequest;
import io.feedbackplatform.ops.function.Functions;
import io.feedbackplatform.ops.function.PublishedVersion;
import io.feedbackplatform.ops.function.VersionState;
import io.feedbackplatform.ops.function.VersionState.Activity;
import io.feedbackplatform.ops.notification.Notification;
import io.feedbackplatform.ops.notification.Notifications;
import io.feedbackplatform.ops.record.InMemoryRecords;
import io.feedbackplatform.ops.record.Records;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A model of the services that ops works with. A call takes time, in which others act; then it
 * takes effect as a whole; then its answer may be lost with the process that waits for it.
 */
public final class ModelAws {

  /** A change of the alias by ops. */
  public record Update(Instant at, Traffic from, PublishedVersion to, Activity activity) {}

  /** A version of the function. */
  public static final class Version {
    public Activity activity = Activity.ACTIVE;
    public boolean settled = true;
    public boolean healthy = true;
    public Duration answersAfter = COLD_CALL;
    public String sha;
    private Instant wakes;

    private Version(String sha) {
      this.sha = sha;
    }
  }

  private static final Duration LATENCY = Duration.ofMillis(100);
  private static final Duration COLD_CALL = Duration.ofSeconds(2);
  private static final Duration WAKING = Duration.ofSeconds(8);

  public final Simulation time;
  public final InMemoryRecords records = new InMemoryRecords();
  public final Map<PublishedVersion, Version> versions = new TreeMap<>();
  public final List<Update> updates = new ArrayList<>();
  public final List<Notification> notifications = new ArrayList<>();
  public final List<String> stopped = new ArrayList<>();
  public AlarmState.Value alarm = AlarmState.Value.ALARM;
  public boolean checksRevision = true;
  public final ModelDeployments deploying;

  /** Number of the call after which the process ends; none when it is 0. */
  public int crashAfter;

  public final List<String> calls = new ArrayList<>();
  private Traffic traffic;
  private int revision = 1;

  public ModelAws(Instant start, long seed) {
    this.time = new Simulation(start, seed);
    this.deploying = new ModelDeployments(this);
  }

  public static PublishedVersion v(int number) {
    return new PublishedVersion(number);
  }

  public ModelAws publish(int number) {
    versions.put(v(number), new Version("sha-" + number));
    return this;
  }

  public Traffic traffic() {
    return traffic;
  }

  /** A change by anybody but ops. */
  public void route(Traffic now) {
    traffic = now;
    revision++;
  }

  public Functions functions() {
    return port(Functions.class, new ModelFunctions());
  }

  public Alarms alarms() {
    return port(
        Alarms.class,
        names -> names.stream().map(name -> new AlarmState(name, alarm, time.instant())).toList());
  }

  public Deployments deployments() {
    return port(Deployments.class, deploying);
  }

  public Notifications notifications() {
    return port(Notifications.class, notifications::add);
  }

  public Records records() {
    return port(Records.class, records);
  }

  private <T> T port(Class<T> type, T effect) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              time.pauseAbout(LATENCY);
              try {
                var answer = method.invoke(effect, arguments);
                calls.add(type.getSimpleName() + "." + method.getName());
                if (calls.size() == crashAfter) {
                  throw new Simulation.Crash();
                }
                return answer;
              } catch (InvocationTargetException failure) {
                throw failure.getCause();
              }
            }));
  }

  private final class ModelFunctions implements Functions {

    @Override
    public AliasState alias() {
      return new AliasState(traffic, "r" + revision);
    }

    @Override
    public Optional<VersionState> version(PublishedVersion number) {
      return Optional.ofNullable(versions.get(number))
          .map(version -> {
            wake(version);
            return new VersionState(version.activity, version.settled, version.sha);
          });
    }

    private void wake(Version version) {
      if (version.wakes != null && !time.instant().isBefore(version.wakes)) {
        version.activity = Activity.ACTIVE;
        version.wakes = null;
      }
    }

    @Override
    public ApiAnswer call(PublishedVersion number, ApiRequest request) {
      var version = versions.get(number);
      if (version == null) {
        return new ApiAnswer.Broken("ResourceNotFoundException");
      }
      wake(version);
      if (version.activity == Activity.INACTIVE) {
        version.activity = Activity.PENDING;
        version.wakes = time.instant().plus(WAKING);
      }
      if (version.activity != Activity.ACTIVE) {
        return new ApiAnswer.Broken("ResourceConflictException");
      }
      time.pauseAbout(version.answersAfter);
      return new ApiAnswer.Answered(version.healthy ? 200 : 503, "application/json");
    }

    @Override
    public boolean point(PublishedVersion to, String revisionId) {
      if (checksRevision && !revisionId.equals("r" + revision)) {
        return false;
      }
      var version = versions.get(to);
      updates.add(
          new Update(
              time.instant(), traffic, to, version == null ? Activity.UNUSABLE : version.activity));
      route(new Traffic.One(to));
      return true;
    }
  }

  /** All that must be the same in the end, however often a run was cut off. */
  public String finalState() {
    return "alias "
        + traffic
        + "\nrollbacks "
        + records.rollbacks().stream()
            .map(each ->
                each.suspect().id()
                    + " -> "
                    + each.to()
                    + " "
                    + each.progress()
                    + " "
                    + each.codeSha256())
            .toList()
        + "\nfrozen "
        + records.frozen().stream().map(each -> each.codeSha256()).toList()
        + "\ntold "
        + notifications.stream().map(Notification::subject).distinct().toList()
        + "\naudited "
        + records.history(100).stream()
            .map(each -> each.outcome())
            .filter(outcome -> outcome.equals("rolled_back"))
            .toList()
        + "\ndeployments "
        + deploying.all().stream().map(Deployment::stage).sorted().toList();
  }
}
