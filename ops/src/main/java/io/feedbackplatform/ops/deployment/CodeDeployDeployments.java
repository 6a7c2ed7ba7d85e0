package io.feedbackplatform.ops.deployment;

import io.feedbackplatform.ops.deployment.Deployment.Stage;
import io.feedbackplatform.ops.function.PublishedVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.codedeploy.CodeDeployClient;
import software.amazon.awssdk.services.codedeploy.model.DeploymentAlreadyCompletedException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentCreator;
import software.amazon.awssdk.services.codedeploy.model.DeploymentDoesNotExistException;
import software.amazon.awssdk.services.codedeploy.model.DeploymentInfo;
import software.amazon.awssdk.services.codedeploy.model.DeploymentNotStartedException;
import software.amazon.awssdk.services.codedeploy.model.ErrorCode;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEvent;
import software.amazon.awssdk.services.codedeploy.model.LifecycleEventStatus;

/** Deployments of one deployment group of CodeDeploy. */
public final class CodeDeployDeployments implements Deployments {

  /** What BatchGetDeployments takes at once (CodeDeploy API). */
  private static final int BATCH = 25;

  private final CodeDeployClient client;
  private final String application;
  private final String group;

  public CodeDeployDeployments(CodeDeployClient client, String application, String group) {
    this.client = client;
    this.application = application;
    this.group = group;
  }

  @Override
  public List<Deployment> since(Instant created) {
    var ids =
        client
            .listDeploymentsPaginator(request ->
                request
                    .applicationName(application)
                    .deploymentGroupName(group)
                    .createTimeRange(range -> range.start(created)))
            .deployments()
            .stream()
            .toList();
    var deployments = new ArrayList<Deployment>();
    for (int from = 0; from < ids.size(); from += BATCH) {
      var batch = ids.subList(from, Math.min(from + BATCH, ids.size()));
      client.batchGetDeployments(request -> request.deploymentIds(batch)).deploymentsInfo().stream()
          .map(this::deployment)
          .forEach(deployments::add);
    }
    return deployments;
  }

  @Override
  public void stop(String id) {
    try {
      client.stopDeployment(request -> request.deploymentId(id).autoRollbackEnabled(true));
    } catch (DeploymentAlreadyCompletedException | DeploymentDoesNotExistException ended) {
      // That is what was asked for.
    }
  }

  /**
   * The version that a deployment brings in; empty when its specification does not name one.
   *
   * @throws IllegalArgumentException if the deployment is not of this group
   */
  public Optional<PublishedVersion> target(String id) {
    var info = client.getDeployment(request -> request.deploymentId(id)).deploymentInfo();
    if (!application.equals(info.applicationName()) || !group.equals(info.deploymentGroupName())) {
      throw new IllegalArgumentException("deployment " + id + " is not one of " + group);
    }
    return AppSpec.target(info.revision());
  }

  private Deployment deployment(DeploymentInfo info) {
    return new Deployment(
        info.deploymentId(),
        stage(info),
        AppSpec.target(info.revision()).orElse(null),
        info.createTime(),
        info.completeTime());
  }

  private Stage stage(DeploymentInfo info) {
    var wayBack = info.creator() == DeploymentCreator.CODE_DEPLOY_ROLLBACK;
    return switch (info.status()) {
      case CREATED, QUEUED, IN_PROGRESS, BAKING, READY ->
          wayBack ? Stage.RUNNING_BACK : Stage.RUNNING;
      case SUCCEEDED -> Stage.SUCCEEDED;
      case FAILED, STOPPED, UNKNOWN_TO_SDK_VERSION ->
          !wayBack && endedFromOutside(info) && sentTraffic(info.deploymentId())
              ? Stage.TAKEN_BACK
              : Stage.FAILED;
    };
  }

  private static boolean endedFromOutside(DeploymentInfo info) {
    var error = info.errorInformation();
    return error != null
        && (error.code() == ErrorCode.ALARM_ACTIVE || error.code() == ErrorCode.MANUAL_STOP);
  }

  private boolean sentTraffic(String id) {
    try {
      var targets = client.listDeploymentTargets(request -> request.deploymentId(id)).targetIds();
      return !targets.isEmpty()
          && client
              .batchGetDeploymentTargets(request -> request.deploymentId(id).targetIds(targets))
              .deploymentTargets()
              .stream()
              .filter(target -> target.lambdaTarget() != null)
              .flatMap(target -> target.lambdaTarget().lifecycleEvents().stream())
              .anyMatch(CodeDeployDeployments::isTraffic);
    } catch (DeploymentNotStartedException turnedDown) {
      // As CodeDeploy does with a deployment that is created while the alarm is on.
      return false;
    }
  }

  private static boolean isTraffic(LifecycleEvent event) {
    return "AllowTraffic".equals(event.lifecycleEventName())
        && (event.status() == LifecycleEventStatus.IN_PROGRESS
            || event.status() == LifecycleEventStatus.SUCCEEDED
            || event.status() == LifecycleEventStatus.FAILED);
  }
}
