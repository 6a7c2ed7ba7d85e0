package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableRow;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Granularity;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The series in rows, newest first. */
final class TrendTable extends Div {

  TrendTable() {
    addClassName("table");
  }

  void show(Granularity granularity, List<Bucket> series, ZoneId zone) {
    NativeTable table = new NativeTable();
    NativeTableRow head = table.getHead().addRow();
    Stream.of(
            "Period (" + zone + ")",
            "Feedback",
            "Average rating",
            "Positive",
            "Neutral",
            "Negative")
        .forEach(name -> head.addHeaderCell().setText(name));
    DateTimeFormatter name = format(granularity, zone);
    series.reversed().forEach(bucket -> fill(table.getBody().addRow(), name, bucket));
    removeAll();
    add(table);
  }

  private static void fill(NativeTableRow row, DateTimeFormatter name, Bucket bucket) {
    Stream.of(
            name.format(bucket.start()),
            String.valueOf(bucket.totalFeedback()),
            bucket.averageRating() == null
                ? "–"
                : String.format(Locale.ENGLISH, "%.2f", bucket.averageRating()),
            String.valueOf(bucket.sentiment().positive()),
            String.valueOf(bucket.sentiment().neutral()),
            String.valueOf(bucket.sentiment().negative()))
        .forEach(value -> row.addDataCell().setText(value));
  }

  private static DateTimeFormatter format(Granularity granularity, ZoneId zone) {
    String pattern =
        switch (granularity) {
          case HOUR -> "d MMM, HH:mm";
          case DAY -> "d MMM uuuu";
          case MONTH -> "MMMM uuuu";
        };
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(zone);
  }
}
