package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Changes;
import io.feedbackplatform.admin.api.Changes.Change;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.api.Figures.Stretch;
import io.feedbackplatform.admin.api.Scores.Estimate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The numbers to see first, each with its doubt, its sample and what it was before. */
final class Totals extends Div {
  private final Figure total = new Figure("Feedback", "Pieces of feedback in this period");
  private final Map<Score, Figure> scores = new EnumMap<>(Score.class);
  private final Paragraph running =
      new Paragraph(
          "This period is still running, and the one before it is whole: expect more feedback in this one.");

  Totals() {
    addClassName("figures");
    add(total);
    for (Score score : Score.values()) {
      Figure figure = new Figure(score.words(), score.meaning());
      scores.put(score, figure);
      add(figure);
    }
    Paragraph legend =
        new Paragraph(
            "Below each score: between what it lies with 95 % confidence, how much it is from, and how"
                + " it differs from the period before. A change that may be chance is none to act on.");
    legend.addClassNames("quiet", "figures-legend");
    running.addClassNames("quiet", "figures-legend");
    add(legend, running);
  }

  void show(Stretch range, Figures.@Nullable Comparison before, Period period) {
    Changes changes = before == null ? null : before.changes();
    running.setVisible(before != null && range.to().isAfter(Instant.now()));
    total.show(
        number(range.totalFeedback()),
        "feedback of this period",
        range.filter(),
        before == null ? new Span() : difference(range, before, period));
    scores.forEach((score, figure) -> show(score, figure, range, changes));
  }

  private Difference difference(Stretch range, Figures.Comparison before, Period period) {
    long value = range.totalFeedback() - before.totalFeedback();
    Double percent =
        before.changes() == null ? null : before.changes().totalFeedback().percentage();
    if (before.totalFeedback() == 0) {
      return Difference.none("none in " + period.before());
    }
    String share = percent == null ? "" : " (" + Signed.of(percent, 0, getLocale()) + " %)";
    return Difference.ofCount(
        Signed.of(value, 0, getLocale())
            + share
            + ", "
            + number(before.totalFeedback())
            + " before",
        value);
  }

  private void show(Score score, Figure figure, Stretch range, @Nullable Changes changes) {
    Estimate estimate = score.in(range.scores());
    // Stars and moods are asked for everywhere; the other questions only where a site wants them.
    figure.setVisible(estimate != null || score == Score.RATING || score == Score.POSITIVE);
    if (estimate == null) {
      figure.showNothing("no answers yet");
      return;
    }
    Map<String, String> filter = new HashMap<>(range.filter());
    filter.putAll(score.filter());
    Change change = score.in(changes);
    Span doubt = new Span(score.interval(estimate, getLocale()));
    doubt.setTitle("With 95 % confidence it lies in between");
    figure.show(
        score.format(estimate.value(), getLocale()),
        score.words() + ", " + score.behind(),
        filter,
        doubt,
        new Span(score.sample(number(estimate.n()), estimate.n())),
        change == null
            ? Difference.none("nothing to compare with")
            : Difference.of(score, change, getLocale()));
  }

  private String number(long value) {
    return Numbers.of(value, getLocale());
  }
}
