package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * How one sees that the platform is well: alarms and archives in each region; dashboards and the
 * record of who did what once.
 */
final class ObservabilityStack extends Stack {

  ObservabilityStack(Construct scope, Place place, Observed observed) {
    super(
        scope,
        place.stackName("observability"),
        place.stack("observability", "Alarms, dashboards and kept logs"));
    var metrics = new Metrics(place, observed.api().front());
    metrics.readStarts(this, observed.api().logs());
    metrics.readOpenLimits(this, observed.api().logs());
    if (observed.workers() != null) {
      metrics.readSubmissions(this, observed.workers().logs());
      metrics.readDrift(this, observed.workers().nightlyRecounts());
      metrics.readUnsettled(this, observed.workers().nightlyRecounts());
      metrics.readDrift(new Construct(this, "OnOrder"), observed.workers().orderedRecounts());
    }
    var alarms = new PlatformAlarms(this, place, metrics, observed);
    new LogArchive(this, "Archive", observed.logs());
    if (place.isHome()) {
      HealthDashboard.in(this, place, metrics, observed, alarms.all());
      BusinessDashboard.in(this, place, metrics, observed);
      new ComplianceLogs(this, "Compliance", place);
    }
  }
}
