package io.feedbackplatform.ops;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts in lines of the log, of which CloudWatch makes metrics by itself (CloudWatch user guide,
 * "Embedded metric format specification"). The log has to be JSON for that.
 */
public final class LoggedMetrics implements Metrics {

  static final String NAMESPACE = "FeedbackPlatform/Operations";
  private static final Logger LOG = LoggerFactory.getLogger(LoggedMetrics.class);

  private final Clock clock;
  private final String function;

  public LoggedMetrics(Clock clock, String function) {
    this.clock = clock;
    this.function = function;
  }

  @Override
  public void count(Metric metric) {
    var name = metric.cloudWatchName();
    LOG.atInfo()
        .addKeyValue(
            "_aws",
            Map.of(
                "Timestamp",
                clock.millis(),
                "CloudWatchMetrics",
                List.of(
                    Map.of(
                        "Namespace",
                        NAMESPACE,
                        "Dimensions",
                        List.of(List.of("Function")),
                        "Metrics",
                        List.of(Map.of("Name", name, "Unit", "Count"))))))
        .addKeyValue("Function", function)
        .addKeyValue(name, 1)
        .log("counted");
  }
}
