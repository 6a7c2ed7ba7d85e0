package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.look.Symbol;
import java.util.List;
import java.util.function.Consumer;

/** Says which feedback a list shows, lets each restriction be lifted, and others be made. */
final class FilterBar extends Div {
  private final Consumer<FeedbackFilter> wanted;
  private final TextField search = new TextField();
  private final Button more = new Button("Filter", Symbol.FILTER.icon());
  private final Div chips = new Div();
  private FeedbackFilter shown = FeedbackFilter.NONE;

  /**
   * A bar.
   *
   * @param wanted told what the list is to show
   * @param dialog asked for the means to choose more
   */
  FilterBar(Consumer<FeedbackFilter> wanted, Runnable dialog) {
    this.wanted = wanted;
    addClassName("filter-bar");
    getElement().setAttribute("role", "search").setAttribute("aria-label", "Feedback");
    search.setPlaceholder("Search messages and names");
    search.setAriaLabel("Search messages and names");
    search.setPrefixComponent(Symbol.SEARCH.icon());
    search.setClearButtonVisible(true);
    search.setMaxLength(200);
    search.addClassName("filter-search");
    search.addValueChangeListener(typed -> {
      if (!typed.getValue().strip().equals(shown.get("q").orElse(""))) {
        wanted.accept(shown.with("q", typed.getValue().strip()));
      }
    });
    more.addClickListener(click -> dialog.run());
    chips.addClassNames("chips", "filter-chips");
    chips.getElement().setAttribute("role", "group").setAttribute("aria-label", "Filters");
    add(search, more, chips);
  }

  void show(FeedbackFilter filter, List<FilterWords.Part> parts) {
    shown = filter;
    search.setValue(filter.get("q").orElse(""));
    chips.removeAll();
    parts.forEach(part -> chips.add(chip(part)));
    if (!parts.isEmpty()) {
      Button all = new Button("Clear all", click -> wanted.accept(FeedbackFilter.NONE));
      all.addThemeVariants(ButtonVariant.LUMO_TERTIARY, ButtonVariant.LUMO_SMALL);
      chips.add(all);
    }
    chips.setVisible(!parts.isEmpty());
  }

  private Button chip(FilterWords.Part part) {
    Button chip = new Button(part.words(), Symbol.CLOSE.icon());
    chip.setIconAfterText(true);
    chip.setAriaLabel("Remove filter " + part.words());
    chip.addClassName("filter-chip");
    chip.addThemeVariants(ButtonVariant.LUMO_SMALL);
    chip.addClickListener(click -> wanted.accept(shown.without(part.parameters())));
    return chip;
  }
}
