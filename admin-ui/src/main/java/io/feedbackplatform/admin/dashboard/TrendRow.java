package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableRow;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Figures.Sentiments;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** One hour, day or month. Its links stay the same, so that they keep the focus. */
final class TrendRow extends NativeTableRow {
  private static final List<String> MOODS = List.of("positive", "neutral", "negative");

  private final String start;
  private final Count total = new Count();
  private final NativeTableCell rating = new NativeTableCell();
  private final List<Count> moods = MOODS.stream().map(mood -> new Count()).toList();

  /**
   * A row.
   *
   * @param start which one it is, in words
   */
  TrendRow(String start) {
    this.start = start;
    add(new NativeTableCell(start), total, rating);
    add(moods.toArray(NativeTableCell[]::new));
  }

  void show(Bucket now, Locale locale) {
    total.show(now.totalFeedback(), "feedback, " + start, now.filter(), locale);
    rating.setText(
        now.averageRating() == null ? "–" : String.format(locale, "%.2f", now.averageRating()));
    for (int i = 0; i < MOODS.size(); i++) {
      String mood = MOODS.get(i);
      Map<String, String> filter = new HashMap<>(now.filter());
      filter.put("sentiment", mood);
      moods.get(i).show(count(now.sentiment(), i), mood + " feedback, " + start, filter, locale);
    }
  }

  private static long count(Sentiments sentiments, int mood) {
    return switch (mood) {
      case 0 -> sentiments.positive();
      case 1 -> sentiments.neutral();
      default -> sentiments.negative();
    };
  }

  private static final class Count extends NativeTableCell {
    private final InboxLink link = new InboxLink();

    void show(long count, String what, Map<String, String> filter, Locale locale) {
      link.lead(Numbers.of(count, locale), what, filter);
      if (count == 0) {
        setText("0");
      } else if (link.getParent().isEmpty()) {
        setText("");
        add(link);
      }
    }
  }
}
