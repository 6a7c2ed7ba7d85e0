package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.details.Details;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Granularity;
import java.time.ZoneId;
import java.util.List;

/** Feedback over time, as a chart and, for whoever prefers it, as a table. */
final class Trend extends Panel {
  private final TrendChart chart = new TrendChart();
  private final TrendTable table = new TrendTable();

  Trend() {
    super("Over time");
    addClassName("trend");
    Details asTable = new Details("Show as a table", table);
    asTable.addClassName("as-table");
    add(chart, asTable);
  }

  /**
   * @param zone by whose clocks the series goes
   */
  void show(Granularity granularity, List<Bucket> series, ZoneId zone) {
    chart.show(granularity, series, zone);
    table.show(granularity, series, zone);
  }
}
