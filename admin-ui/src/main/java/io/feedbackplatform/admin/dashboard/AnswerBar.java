package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import io.feedbackplatform.admin.api.Distribution.Bar;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.Map;

/** How often one answer was given. Its link stays the same, so that it keeps the focus. */
final class AnswerBar extends ListItem {
  private final Div fill = new Div();
  private final InboxLink count = new InboxLink();

  AnswerBar(Component label, String style) {
    fill.addClassNames("bar-fill", style);
    Div track = new Div(fill);
    track.addClassName("bar-track");
    track.getElement().setAttribute("aria-hidden", "true");
    count.addClassName("legend-number");
    add(label, track, count);
  }

  void show(Bar bar, Map<String, String> filter) {
    fill.getStyle().set("width", bar.percentage() + "%");
    count.lead(
        Numbers.of(bar.count(), bar.percentage(), getLocale()),
        "feedback with the answer " + bar.value(),
        filter);
  }
}
