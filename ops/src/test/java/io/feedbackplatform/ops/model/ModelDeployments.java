package io.feedbackplatform.ops.model;

import io.feedbackplatform.ops.deployment.Deployment;
import io.feedbackplatform.ops.deployment.Deployment.Stage;
import io.feedbackplatform.ops.deployment.Deployments;
import io.feedbackplatform.ops.function.AliasState.Traffic;
import io.feedbackplatform.ops.function.PublishedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A model of CodeDeploy: it changes the alias blindly, in steps; when it is stopped, it ends the
 * deployment a little later, and puts the alias back by another one a little after that.
 */
public final class ModelDeployments implements Deployments {

  private static final Duration SOON = Duration.ofSeconds(2);

  private final ModelAws aws;
  private final Map<String, Deployment> all = new TreeMap<>();
  private final Map<String, PublishedVersion> before = new TreeMap<>();
  private final Set<String> stopping = new HashSet<>();
  private final Set<String> sentTraffic = new HashSet<>();

  ModelDeployments(ModelAws aws) {
    this.aws = aws;
  }

  public List<Deployment> all() {
    return List.copyOf(all.values());
  }

  @Override
  public List<Deployment> since(Instant created) {
    return new ArrayList<>(all.values());
  }

  /** One that runs until it is stopped; it has sent traffic if the alias is split. */
  public void standing(PublishedVersion from, PublishedVersion to) {
    var id = create(Stage.RUNNING, from, to);
    var created = aws.time.instant().minus(Duration.ofMinutes(1));
    all.put(id, new Deployment(id, Stage.RUNNING, to, created, null));
    if (aws.traffic().reaches(to)) {
      sentTraffic.add(id);
    }
  }

  /** One that goes its way: checks, a little traffic, all traffic, checks. */
  public void canary(PublishedVersion to, Duration checks, Duration bake) {
    if (!(aws.traffic() instanceof Traffic.One one)) {
      create(Stage.FAILED, to, to);
      return;
    }
    var from = one.version();
    var id = create(Stage.RUNNING, from, to);
    aws.time.pause(checks);
    if (!isRunning(id)) {
      return;
    }
    if (!aws.traffic().equals(new Traffic.One(from))) {
      end(id, Stage.FAILED);
      return;
    }
    sentTraffic.add(id);
    aws.route(new Traffic.Split(Set.of(from, to)));
    aws.time.pause(bake);
    if (!isRunning(id)) {
      return;
    }
    aws.route(new Traffic.One(to));
    aws.time.pause(SOON);
    if (isRunning(id)) {
      end(id, Stage.SUCCEEDED);
    }
  }

  private boolean isRunning(String id) {
    return !stopping.contains(id) && all.get(id).stage() == Stage.RUNNING;
  }

  @Override
  public void stop(String id) {
    if (!isRunning(id)) {
      return;
    }
    aws.stopped.add(id);
    stopAndGoBack(id);
  }

  /** The alarm stops it without anybody's asking. */
  public void alarm() {
    all.keySet().stream().filter(this::isRunning).toList().forEach(this::stopAndGoBack);
  }

  private void stopAndGoBack(String id) {
    stopping.add(id);
    aws.time.after(
        SOON,
        () -> {
          var wasReached = sentTraffic.contains(id);
          end(id, wasReached ? Stage.TAKEN_BACK : Stage.FAILED);
          aws.time.pause(SOON);
          var back = create(Stage.RUNNING_BACK, all.get(id).target(), before.get(id));
          aws.time.pause(SOON);
          if (wasReached) {
            aws.route(new Traffic.One(before.get(id)));
          }
          end(back, Stage.SUCCEEDED);
        });
  }

  /** A stop by hand that leaves the alias as it is. */
  public void abandon() {
    all.keySet().stream()
        .filter(this::isRunning)
        .toList()
        .forEach(id -> end(id, sentTraffic.contains(id) ? Stage.TAKEN_BACK : Stage.FAILED));
  }

  private String create(Stage stage, PublishedVersion from, PublishedVersion to) {
    var id = "d-" + (all.size() + 1);
    before.put(id, from);
    all.put(id, new Deployment(id, stage, to, aws.time.instant(), null));
    return id;
  }

  private void end(String id, Stage stage) {
    var running = all.get(id);
    all.put(id, new Deployment(id, stage, running.target(), running.created(), aws.time.instant()));
  }
}
