package io.feedbackplatform.admin.inbox;

import io.feedbackplatform.admin.api.ApiClient;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.Sentiment;
import io.feedbackplatform.admin.api.TagChange;
import io.feedbackplatform.admin.look.Toast;
import io.feedbackplatform.admin.workspace.Acting;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody can do to one piece of feedback, and what is said of it. Either it is done and told
 * as it is now, or refused and as it was.
 */
final class Triage {
  private final Acting act;
  private final ApiClient api;
  private final Feedback feedback;

  Triage(Acting act, ApiClient api, Feedback feedback) {
    this.act = act;
    this.api = api;
    this.feedback = feedback;
  }

  void move(String status, Consumer<Feedback> done, Runnable refused) {
    ask(
        caller -> api.move(caller, feedback.feedbackId(), status),
        moved -> Toast.say(moved.isSpam() ? "Moved to spam." : "Moved to the inbox."),
        done,
        refused);
  }

  void tag(TagChange change, Consumer<Feedback> done, Runnable refused) {
    ask(caller -> api.tag(caller, feedback.feedbackId(), change), tagged -> {}, done, refused);
  }

  void judge(@Nullable Sentiment sentiment, Consumer<Feedback> done, Runnable refused) {
    ask(
        caller -> api.judge(caller, feedback.feedbackId(), sentiment),
        judged ->
            Toast.say(
                sentiment == null
                    ? "Taken back: the mood is the one that was found."
                    : "The mood is corrected."),
        done,
        refused);
  }

  private void ask(
      Function<Caller, Feedback> change,
      Consumer<Feedback> say,
      Consumer<Feedback> done,
      Runnable refused) {
    act.ask(
        change,
        now -> {
          done.accept(now);
          say.accept(now);
        },
        why -> {
          act.refused(why);
          refused.run();
        });
  }
}
