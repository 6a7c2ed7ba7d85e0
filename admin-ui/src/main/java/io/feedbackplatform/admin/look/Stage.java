package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.Signal;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Shows what a source tells: at first that it is on its way, then the content, and in place of it
 * why there is none. What a refusal closes is taken off the screen.
 */
public final class Stage<T> extends Div {
  private final Component content;
  private final Consumer<T> show;
  private final Supplier<Following> source;
  private final Reconnecting reconnecting = new Reconnecting();
  private Component shown = loading();

  /**
   * A stage.
   *
   * @param show puts news into the content
   * @param source what is followed
   */
  public Stage(Component content, Consumer<T> show, Supplier<Following> source) {
    this.content = content;
    this.show = show;
    this.source = source;
    addClassName("stage");
    add(reconnecting, shown);
  }

  /** Takes what the source says. */
  public void heard(Signal<T> signal) {
    switch (signal) {
      case Signal.News<T>(T news) -> {
        show.accept(news);
        settle(content);
      }
      case Signal.Recovered<T> recovered -> reconnecting.done();
      case Signal.Trouble<T>(ApiException why, var nextTry) -> trouble(why);
      case Signal.SignedOut<T>(String explanation) ->
          getUI().ifPresent(ui -> SignInAgain.show(ui, explanation));
    }
  }

  private void trouble(ApiException why) {
    if (shown == content && !why.isRefusal()) {
      reconnecting.show(why);
      return;
    }
    reconnecting.done();
    Button again = new Button("Try again", click -> source.get().readNow());
    again.addThemeVariants(ButtonVariant.LUMO_PRIMARY);
    settle(
        new Notice(Symbol.BROKEN, "This cannot be shown right now", why.explanation(), again)
            .asAlert());
  }

  private void settle(Component next) {
    if (next != shown) {
      replace(shown, next);
      shown = next;
    }
  }

  private static Component loading() {
    ProgressBar bar = new ProgressBar();
    bar.setIndeterminate(true);
    Div loading = new Div(new Span("Loading…"), bar);
    loading.addClassName("loading");
    loading.getElement().setAttribute("role", "status");
    return loading;
  }
}
