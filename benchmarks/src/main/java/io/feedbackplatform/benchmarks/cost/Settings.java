package io.feedbackplatform.benchmarks.cost;

/**
 * What the templates of {@code infra/cdk} say and the model takes for given.
 *
 * @param apiMemory in MB
 * @param workerMemory in MB
 * @param counters how the analytics table is paid for
 * @param leastRead RCU that the analytics table always has
 * @param leastWrite WCU that it always has
 * @param targetUtilization of its capacity, from 0 to 1
 * @param accessLogBytes of the gateway's line for each request
 * @param alarmMetrics metrics that alarms watch, with those of auto scaling
 * @param customMetrics read from logs or reported by ops
 * @param keys of KMS that are ours
 * @param secrets in Secrets Manager
 */
record Settings(
    int apiMemory,
    int workerMemory,
    Counters counters,
    int leastRead,
    int leastWrite,
    double targetUtilization,
    int accessLogBytes,
    int alarmMetrics,
    int customMetrics,
    int dashboards,
    int keys,
    int secrets) {

  /** How the analytics table is paid for. */
  enum Counters {
    PROVISIONED,
    ON_DEMAND
  }

  static final Settings TEMPLATES =
      new Settings(1_769, 512, Counters.PROVISIONED, 5, 10, 0.70, 330, 36, 10, 2, 4, 3);

  Settings with(Counters other) {
    return with(apiMemory, other);
  }

  Settings withApiMemory(int megabytes) {
    return with(megabytes, counters);
  }

  private Settings with(int megabytes, Counters other) {
    return new Settings(
        megabytes,
        workerMemory,
        other,
        leastRead,
        leastWrite,
        targetUtilization,
        accessLogBytes,
        alarmMetrics,
        customMetrics,
        dashboards,
        keys,
        secrets);
  }
}
