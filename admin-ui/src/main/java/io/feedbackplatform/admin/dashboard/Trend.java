package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Granularity;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;

/** Feedback over time, as a chart and, for whoever prefers it, as a table. */
final class Trend extends Panel {
  private final TrendChart chart = new TrendChart();
  private final TrendTable table = new TrendTable();
  private final Select<Granularity> range = new Select<>();

  Trend(Consumer<Granularity> chosen) {
    super("Over time");
    addClassName("trend");
    range.setItems(Granularity.values());
    range.setItemLabelGenerator(Trend::name);
    range.setValue(Granularity.DAY);
    range.setAriaLabel("Time range");
    range.setWidth("10rem");
    range.addValueChangeListener(change -> chosen.accept(change.getValue()));
    addToHeader(range);
    Details asTable = new Details("Show as a table", table);
    asTable.addClassName("as-table");
    add(chart, asTable);
  }

  Granularity granularity() {
    return range.getValue();
  }

  /**
   * @param zone by whose clocks the series goes
   */
  void show(List<Bucket> series, ZoneId zone) {
    chart.show(granularity(), series, zone);
    table.show(granularity(), series, zone);
  }

  private static String name(Granularity granularity) {
    return switch (granularity) {
      case HOUR -> "Last 48 hours";
      case DAY -> "Last 30 days";
      case MONTH -> "Last 12 months";
    };
  }
}
