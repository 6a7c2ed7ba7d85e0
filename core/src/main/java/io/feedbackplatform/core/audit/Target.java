package io.feedbackplatform.core.audit;

import java.util.Locale;

/**
 * What an operation changed.
 *
 * @param id 1 to 128 characters
 */
public record Target(Kind kind, String id) {

  /** What kind of thing it is. The words are kept in storage: one is never renamed. */
  public enum Kind {
    MEMBER,
    INVITATION,
    API_KEY,
    TENANT,
    OPERATOR_GRANT,
    RECOUNT,
    FEEDBACK,
    SITE,
    SITE_KEY;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Target {
    if (id.isBlank() || id.length() > 128) {
      throw new IllegalArgumentException("a target's id has 1 to 128 characters");
    }
  }
}
