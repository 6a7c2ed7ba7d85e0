package io.feedbackplatform.admin.invitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.function.SerializableConsumer;
import java.util.Objects;

/**
 * Where the browser keeps the token of an invitation while somebody signs in: in the storage of its
 * one tab. It comes behind the number sign of the address, so that it is in no log, and leaves the
 * address at once, so that it is not in the history either.
 */
final class Pocket {
  private static final String NAME = "'feedback-invitation'";

  private Pocket() {}

  /** Puts the token of the address into it, and says whether there is one now. */
  static void fill(Component page, SerializableConsumer<Boolean> then) {
    page.getElement()
        .executeJs(
            "const token = location.hash.slice(1);"
                + "if (token.startsWith('fbi_')) {"
                + "  sessionStorage.setItem("
                + NAME
                + ", token);"
                + "  history.replaceState(history.state, '', location.pathname);"
                + "}"
                + "return sessionStorage.getItem("
                + NAME
                + ") !== null;")
        .then(Boolean.class, then);
  }

  /** What is in it; empty when nothing is. */
  static void look(Component page, SerializableConsumer<String> then) {
    page.getElement()
        .executeJs("return sessionStorage.getItem(" + NAME + ") ?? '';")
        .then(String.class, token -> then.accept(Objects.requireNonNullElse(token, "")));
  }

  /** Throws away what is in it. */
  static void empty(Component page) {
    page.getElement().executeJs("sessionStorage.removeItem(" + NAME + ")");
  }
}
