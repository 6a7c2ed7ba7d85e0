package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.TagChange;
import io.feedbackplatform.admin.look.InboxLink;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** The team's words for a piece of feedback: chips, or a field for who may change them. */
final class TagPanel extends Div {
  private final Div chips = new Div();
  private final MultiSelectComboBox<String> picker = new MultiSelectComboBox<>();
  private Set<String> shown = Set.of();

  TagPanel() {
    addClassName("tag-panel");
    chips.addClassName("chips");
    picker.setVisible(false);
    add(new H3("Tags"), chips, picker);
  }

  /** Lets the tags be changed. */
  void offer(Consumer<TagChange> change) {
    picker.setItems(new ArrayList<>());
    picker.setAriaLabel("Tags");
    picker.setPlaceholder("Add a tag");
    picker.setWidthFull();
    picker.setAutoExpand(MultiSelectComboBox.AutoExpandMode.VERTICAL);
    picker.setSelectedItemsOnTop(true);
    picker.setAllowCustomValue(true);
    picker.addCustomValueSetListener(typed -> take(typed.getDetail()));
    picker.addValueChangeListener(picked -> {
      if (!picked.getValue().equals(shown)) {
        change.accept(TagChange.between(shown, picked.getValue()));
      }
    });
    picker.setVisible(true);
    chips.setVisible(false);
  }

  private void take(String typed) {
    String tag = typed.strip().toLowerCase(Locale.ROOT);
    if (!tag.isEmpty()) {
      know(List.of(tag));
      picker.select(tag);
    }
  }

  /** Suggests tags. */
  void know(Collection<String> tags) {
    var known = picker.getListDataView();
    tags.stream().filter(tag -> !known.contains(tag)).forEach(known::addItem);
  }

  void show(Feedback feedback) {
    shown = Set.copyOf(feedback.tags());
    chips.removeAll();
    feedback.tags().forEach(tag -> chips.add(chip(tag)));
    if (shown.isEmpty()) {
      chips.add(new Span("None"));
    }
    if (picker.isVisible()) {
      know(feedback.tags());
      picker.setValue(shown);
    }
  }

  private static InboxLink chip(String tag) {
    InboxLink chip = new InboxLink(tag, "all with this tag", Map.of("tag", tag));
    chip.addClassName("chip");
    return chip;
  }
}
