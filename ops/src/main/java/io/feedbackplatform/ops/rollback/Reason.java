package io.feedbackplatform.ops.rollback;

/** Why nothing is changed, and whether a human has to know. */
enum Reason {
  ALARM_IS_OVER(false, "the alarm is over"),
  ALREADY_ROLLED_BACK(false, "it has been rolled back already, a short while ago"),
  TAKEN_BACK(false, "CodeDeploy has taken the release back by itself"),
  COOLING_DOWN(true, "there was a rollback in the last 30 minutes"),
  DAILY_LIMIT(true, "there were two rollbacks in the last 24 hours"),
  DID_NOT_HELP(true, "the version was put there by a rollback, so the build is hardly the cause"),
  NO_CANDIDATE(true, "no earlier version is known to be good, and allowed"),
  NO_FIT_CANDIDATE(true, "no version to go back to is active, unchanged and healthy"),
  PUT_BACK(true, "the version was rolled back from once, and somebody has put it back"),
  CHANGED_MEANWHILE(true, "the alias was changed by somebody else during the rollback"),
  LOST_RACES(true, "the alias was changed by somebody else again and again");

  private final boolean pages;
  private final String text;

  Reason(boolean pages, String text) {
    this.pages = pages;
    this.text = text;
  }

  boolean pages() {
    return pages;
  }

  /** Completes "nothing was changed: ...". */
  String text() {
    return text;
  }
}
