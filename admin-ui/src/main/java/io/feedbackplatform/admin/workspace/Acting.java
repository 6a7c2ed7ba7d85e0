package io.feedbackplatform.admin.workspace;

import com.vaadin.flow.component.Component;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Failures;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How a view changes something: away from the UI's lock, in the user's name, for the tenant that it
 * shows. Whether or not it was done, what is on screen becomes what is so.
 */
public final class Acting {
  private final Component view;
  private final LiveUpdates live;
  private final Workspace workspace;
  private final Runnable readAgain;
  private @Nullable Caller caller;

  /**
   * For a view.
   *
   * @param readAgain makes the view current
   */
  public Acting(Component view, LiveUpdates live, Workspace workspace, Runnable readAgain) {
    this.view = view;
    this.live = live;
    this.workspace = workspace;
    this.readAgain = readAgain;
  }

  /**
   * In whose name, and for which tenant, the view reads and changes: the same from its first
   * question on, so that nothing is done to another tenant than the one on screen. May ask the API,
   * so call it from a background thread.
   */
  public synchronized Caller caller() {
    if (caller != null) {
      return caller;
    }
    Caller now = workspace.caller();
    if (now.tenantId() != null) {
      caller = now;
    }
    return now;
  }

  /** Asks for a change; exactly one of the two listeners hears what became of it. */
  public <T> void ask(
      Function<Caller, T> change, Consumer<T> then, Consumer<ApiException> refused) {
    view.getUI()
        .ifPresent(ui ->
            live.ask(
                ui,
                () -> change.apply(caller()),
                answer -> {
                  then.accept(answer);
                  readAgain.run();
                },
                why -> {
                  refused.accept(why);
                  readAgain.run();
                }));
  }

  /** Says why something was not done. */
  public void refused(ApiException why) {
    view.getUI().ifPresent(ui -> Failures.tell(ui, why));
  }

  /** Whether the id is that of the user. */
  public boolean isUser(String userId) {
    return workspace.me().userId().equals(userId);
  }

  /** Loads the console anew, when what it stood on is gone. */
  public void startAgain() {
    view.getUI().ifPresent(ui -> ui.getPage().setLocation("."));
  }

  /** A change that answers nothing. */
  public static boolean done(Runnable change) {
    change.run();
    return true;
  }
}
