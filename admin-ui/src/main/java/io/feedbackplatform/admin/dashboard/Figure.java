package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.Map;
import java.util.stream.Stream;

/** One number with its name, and below it what is to be known about it. */
final class Figure extends Div {
  private final Div value = new Div();
  private final InboxLink link = new InboxLink();
  private final Div notes = new Div();

  Figure(String name, String meaning) {
    addClassName("figure");
    Span label = new Span(name);
    label.addClassName("figure-name");
    label.setTitle(meaning);
    value.addClassName("figure-value");
    notes.addClassName("figure-notes");
    add(label, value, notes);
  }

  /**
   * Shows a number.
   *
   * @param what it leads to
   * @param lines each a note of its own
   */
  void show(String number, String what, Map<String, String> filter, Component... lines) {
    link.lead(number, what, filter);
    // A link that was taken out and put in again would lose the focus.
    if (link.getParent().isEmpty()) {
      value.removeAll();
      value.add(link);
    }
    note(lines);
  }

  void showNothing(String why) {
    value.removeAll();
    value.add(new Span("–"));
    note(new Span(why));
  }

  private void note(Component... lines) {
    notes.removeAll();
    Stream.of(lines)
        .map(Div::new)
        .forEach(line -> {
          line.addClassName("figure-note");
          notes.add(line);
        });
  }
}
