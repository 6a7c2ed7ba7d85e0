package io.feedbackplatform.admin.api;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * A site that the tenant hears its visitors on.
 *
 * @param origins whose pages may use its keys, as in https://*.example.com
 * @param challenge none or proof_of_work
 * @param question what its widget asks: rating, nps or ces
 */
public record Site(
    String siteId,
    String name,
    List<String> origins,
    String challenge,
    String question,
    Instant createdAt) {
  /** Ask for stars, as sites do unless somebody wants something else. */
  public static final String RATING = "rating";

  private static final String WORK = "proof_of_work";

  public Site {
    Objects.requireNonNull(siteId, "siteId");
    Objects.requireNonNull(name, "name");
    origins = List.copyOf(Objects.requireNonNullElse(origins, List.of()));
    challenge = Objects.requireNonNullElse(challenge, "none");
    question = Objects.requireNonNullElse(question, RATING);
    Objects.requireNonNull(createdAt, "createdAt");
  }

  /** Whether browsers have to work before they may send. */
  public boolean asksForWork() {
    return challenge.equals(WORK);
  }

  /**
   * What somebody wants a site to be.
   *
   * @param origins all of them
   */
  public record Wish(String name, List<String> origins, String challenge, String question) {

    /** In the words of the API. */
    public static Wish of(String name, List<String> origins, boolean work, String question) {
      return new Wish(name, List.copyOf(origins), work ? WORK : "none", question);
    }
  }
}
