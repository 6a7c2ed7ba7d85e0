package io.feedbackplatform.admin.api;

import static io.feedbackplatform.admin.api.ApiCalls.encode;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks the HTTP API about feedback. Every method waits at most the total timeout for the whole
 * answer, and throws {@link ApiException} when there is none.
 */
public final class ApiClient {
  private static final int OUTDATED = 412;
  private static final int MOST_ATTEMPTS = 3;

  private final ApiCalls calls;

  ApiClient(ApiCalls calls) {
    this.calls = calls;
  }

  /** Who the caller is. The tenant of the caller is not sent: this is how it becomes known. */
  public Me me(Caller.AccessTokens tokens) {
    return calls.read("/me", new Caller(tokens, null), Me.class);
  }

  /**
   * A page of feedback, newest first.
   *
   * @param limit 1 to 100
   * @param lastKey where to go on, as an earlier page said; null for the newest
   * @param etag of the last answer to the same question, or null
   */
  public Answer<FeedbackPage> feedback(
      Caller caller,
      FeedbackFilter filter,
      int limit,
      @Nullable String lastKey,
      @Nullable String etag) {
    String of = filter.isEmpty() ? "" : "&" + filter.query();
    String from = lastKey == null ? "" : "&lastKey=" + encode(lastKey);
    return calls.ask("/feedback?limit=" + limit + of + from, caller, etag, FeedbackPage.class);
  }

  /** One piece of feedback; problem {@code not_found} if the tenant has none of that id. */
  public Feedback feedback(Caller caller, String feedbackId) {
    return calls.read(path(feedbackId), caller, Feedback.class);
  }

  /** Moves one piece of feedback to another status. */
  public Feedback move(Caller caller, String feedbackId, String status) {
    return change(caller, feedbackId, Map.of("status", status));
  }

  /**
   * Changes the tags of one piece of feedback as they are now, so that what others changed
   * meanwhile stays.
   *
   * @throws ApiException.Problem {@code outdated} when others kept changing it
   */
  public Feedback tag(Caller caller, String feedbackId, TagChange change) {
    for (int attempt = 1; ; attempt++) {
      Answer.Fresh<Feedback> now = calls.fresh(path(feedbackId), caller, Feedback.class);
      Map<String, ?> tags = Map.of("tags", change.appliedTo(now.body().tags()));
      try {
        return calls.changeOf(now.etag(), "PATCH", path(feedbackId), caller, tags, Feedback.class);
      } catch (ApiException.Problem problem) {
        if (problem.status() != OUTDATED || attempt == MOST_ATTEMPTS) {
          throw problem;
        }
      }
    }
  }

  /**
   * Says how one piece of feedback was meant, in place of the program that judged.
   *
   * @param sentiment null lets the program's word stand again
   */
  public Feedback judge(Caller caller, String feedbackId, @Nullable Sentiment sentiment) {
    String word = sentiment == null ? null : sentiment.parameter();
    return change(caller, feedbackId, Collections.singletonMap("sentiment", word));
  }

  private Feedback change(Caller caller, String feedbackId, Map<String, ?> change) {
    return calls.change("PATCH", path(feedbackId), caller, change, Feedback.class);
  }

  private static String path(String feedbackId) {
    return "/feedback/" + encode(feedbackId);
  }
}
