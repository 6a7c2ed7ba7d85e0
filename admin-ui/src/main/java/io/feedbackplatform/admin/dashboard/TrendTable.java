package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Granularity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The series in rows, newest first. */
final class TrendTable extends Div {
  private List<TrendRow> rows = List.of();
  private @Nullable Shape shown;

  /** What the rows are. */
  private record Shape(Granularity granularity, ZoneId zone, List<Instant> starts) {}

  TrendTable() {
    addClassName("table");
  }

  void show(Granularity granularity, List<Bucket> series, ZoneId zone) {
    List<Bucket> newest = series.reversed();
    Shape shape = new Shape(granularity, zone, newest.stream().map(Bucket::start).toList());
    if (!shape.equals(shown)) {
      shown = shape;
      begin(shape);
    }
    IntStream.range(0, newest.size()).forEach(i -> rows.get(i).show(newest.get(i), getLocale()));
  }

  private void begin(Shape shape) {
    DateTimeFormatter name =
        DateTimeFormatter.ofPattern(pattern(shape.granularity()), getLocale())
            .withZone(shape.zone());
    rows = shape.starts().stream().map(start -> new TrendRow(name.format(start))).toList();
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    Stream.of(
            "Period (" + shape.zone() + ")",
            "Feedback",
            "Average rating",
            "Positive",
            "Neutral",
            "Negative")
        .forEach(title -> head.addHeaderCell().setText(title));
    table.getBody().addRows(rows.toArray(TrendRow[]::new));
    removeAll();
    add(table);
  }

  private static String pattern(Granularity granularity) {
    return switch (granularity) {
      case HOUR -> "d MMM, HH:mm";
      case DAY -> "d MMM uuuu";
      case MONTH -> "MMMM uuuu";
    };
  }
}
