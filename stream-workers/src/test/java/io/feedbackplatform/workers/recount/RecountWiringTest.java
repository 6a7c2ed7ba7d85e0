package io.feedbackplatform.workers.recount;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.recount.RecountReport;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class RecountWiringTest {

  /** Metrics, and people by their runbooks, read them by these names. */
  @Test
  void logsWhatMetricsAreReadFrom() {
    var old = new Bucket.Day(LocalDate.parse("2020-02-20"));
    var total = new CounterKey(new Scope.Tenant(), new Bucket.Total());
    var drift =
        new RecountReport.Drift(total, Counts.ofOne(5, Sentiment.POSITIVE), Counts.ZERO, true);
    var unsettled = List.of(total, new CounterKey(new Scope.Tenant(), old));

    var logged = logged(new RecountReport(7, 0, 3, List.of(drift), unsettled));

    logged.remove("tenantId");
    assertThat(logged)
        .isEqualTo(
            Map.of(
                "items",
                7L,
                "compared",
                3,
                "drift",
                1,
                "unsettled",
                2,
                "unsettledPast",
                1L,
                "unreadable",
                0L,
                "unreadableIds",
                List.of()));
  }

  private static Map<String, Object> logged(RecountReport report) {
    var lines = new ListAppender<ILoggingEvent>();
    var logger = (Logger) LoggerFactory.getLogger(RecountWiringTest.class);
    lines.start();
    logger.setLevel(Level.INFO);
    logger.addAppender(lines);
    try {
      RecountWiring.log(logger, TenantId.random(), report);
    } finally {
      logger.detachAppender(lines);
      logger.setLevel(null);
    }
    var pairs = new LinkedHashMap<String, Object>();
    lines.list.getFirst().getKeyValuePairs().forEach(pair -> pairs.put(pair.key, pair.value));
    return pairs;
  }
}
