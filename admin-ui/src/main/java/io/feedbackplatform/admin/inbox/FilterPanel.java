package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.html.Div;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.FeedbackFilter;
import io.feedbackplatform.admin.live.LiveUpdates;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The filter of a list: its bar, with names as soon as they are known, and its dialog. */
final class FilterPanel extends Div {
  private final LiveUpdates live;
  private final Vocabulary vocabulary;
  private final Supplier<Caller> caller;
  private final Pile pile;
  private final Consumer<FeedbackFilter> wanted;
  private final FilterBar bar;
  private FeedbackFilter shown = FeedbackFilter.NONE;
  private @Nullable FilterNames names;

  FilterPanel(
      LiveUpdates live,
      Vocabulary vocabulary,
      Supplier<Caller> caller,
      Pile pile,
      Consumer<FeedbackFilter> wanted) {
    this.live = live;
    this.vocabulary = vocabulary;
    this.caller = caller;
    this.pile = pile;
    this.wanted = wanted;
    bar = new FilterBar(wanted, () -> withNames(this::open));
    add(bar);
    addAttachListener(attached -> show(shown));
  }

  void show(FeedbackFilter filter) {
    shown = filter;
    render();
    if (names == null && filter.parameters().keySet().stream().anyMatch(FilterPanel::needsNames)) {
      withNames(known -> render());
    }
  }

  private static boolean needsNames(String parameter) {
    return switch (parameter) {
      case "siteId", "from", "to" -> true;
      default -> false;
    };
  }

  private void render() {
    FilterNames known = names == null ? FilterNames.UNKNOWN : names;
    bar.show(shown, new FilterWords(known, getLocale()).of(shown));
  }

  private void open(FilterNames known) {
    new FilterDialog(shown, known, pile == Pile.INBOX, wanted).open();
  }

  private void withNames(Consumer<FilterNames> then) {
    FilterNames known = names;
    if (known != null) {
      then.accept(known);
      return;
    }
    getUI()
        .ifPresent(ui ->
            live.ask(
                ui,
                () -> vocabulary.names(caller.get()),
                found -> {
                  names = found.equals(FilterNames.UNKNOWN) ? null : found;
                  then.accept(found);
                },
                why -> then.accept(FilterNames.UNKNOWN)));
  }
}
