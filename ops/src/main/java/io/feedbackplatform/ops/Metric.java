package io.feedbackplatform.ops;

/** What is counted, by the names that dashboards and alarms use. */
public enum Metric {
  ROLLBACK_DONE("RollbackDone"),
  ROLLBACK_REFUSED("RollbackRefused"),
  ROLLBACK_FAILED("RollbackFailed"),
  ROLLBACK_PAGED("RollbackPaged"),
  DEPLOYMENT_STOPPED("DeploymentStopped"),
  SLACK_FAILED("SlackFailed"),
  KNOWN_GOOD_MARKED("KnownGoodMarked"),
  RELEASE_CHECK_FAILED("ReleaseCheckFailed");

  private final String cloudWatchName;

  Metric(String cloudWatchName) {
    this.cloudWatchName = cloudWatchName;
  }

  public String cloudWatchName() {
    return cloudWatchName;
  }
}
