package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Figures.Sentiments;
import io.feedbackplatform.admin.api.Granularity;
import io.feedbackplatform.admin.look.InboxLink;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    String start = name.format(bucket.start());
    Sentiments moods = bucket.sentiment();
    row.addDataCell().setText(start);
    link(row, bucket.totalFeedback(), "feedback, " + start, bucket.filter());
    row.addDataCell()
        .setText(
            bucket.averageRating() == null
                ? "–"
                : String.format(Locale.ENGLISH, "%.2f", bucket.averageRating()));
    mood(row, moods.positive(), "positive", start, bucket);
    mood(row, moods.neutral(), "neutral", start, bucket);
    mood(row, moods.negative(), "negative", start, bucket);
  }

  private static void mood(
      NativeTableRow row, long count, String mood, String start, Bucket bucket) {
    Map<String, String> filter = new HashMap<>(bucket.filter());
    filter.put("sentiment", mood);
    link(row, count, mood + " feedback, " + start, filter);
  }

  private static void link(
      NativeTableRow row, long count, String what, Map<String, String> filter) {
    NativeTableCell cell = row.addDataCell();
    if (count == 0) {
      cell.setText("0");
    } else {
      cell.add(new InboxLink(String.valueOf(count), what, filter));
    }
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
