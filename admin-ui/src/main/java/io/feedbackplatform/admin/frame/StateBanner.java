package io.feedbackplatform.admin.frame;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Symbol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says on every page that the tenant can be read and not changed, why, and whom to ask. */
final class StateBanner extends Div {
  private static final String ASK = "Ask the operators of the platform to ";
  private Optional<Membership> shown = Optional.empty();

  StateBanner() {
    addClassName("banner");
    getElement().setAttribute("role", "status");
    setVisible(false);
  }

  void show(Optional<Membership> tenant) {
    if (!tenant.equals(shown)) {
      shown = tenant;
      removeAll();
      List<Component> words = tenant.map(StateBanner::words).orElse(List.of());
      setVisible(!words.isEmpty());
      if (!words.isEmpty()) {
        Div text = new Div();
        text.add(words);
        text.addClassName("banner-text");
        add(Symbol.ALERT.icon(), text);
      }
    }
  }

  private static List<Component> words(Membership tenant) {
    return switch (tenant.state()) {
      case "suspended" -> suspended(tenant);
      case "deletion_scheduled" -> deletion(tenant);
      default -> List.of();
    };
  }

  private static List<Component> suspended(Membership tenant) {
    List<Component> words = new ArrayList<>();
    words.add(title(tenant.name() + " is suspended."));
    if (tenant.suspendedFor() != null) {
      words.add(new Span("Reason: " + sentence(tenant.suspendedFor())));
    }
    words.add(
        new Span("Everything can be read, nothing changed. " + ASK + "reactivate the tenant."));
    return words;
  }

  private static List<Component> deletion(Membership tenant) {
    List<Component> words = new ArrayList<>();
    words.add(title(tenant.name() + " is going to be deleted."));
    if (tenant.deletionDueAt() != null) {
      words.add(
          new Span(
              new Span("All of it is removed "),
              Moment.exact(tenant.deletionDueAt()),
              new Span(".")));
    }
    words.add(new Span("Until then it can be read, not changed. " + ASK + "cancel the deletion."));
    return words;
  }

  private static Span title(String words) {
    Span title = new Span(words);
    title.addClassName("banner-title");
    return title;
  }

  private static String sentence(String reason) {
    return reason.endsWith(".") || reason.endsWith("!") ? reason : reason + ".";
  }
}
