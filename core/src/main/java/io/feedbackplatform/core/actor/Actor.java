package io.feedbackplatform.core.actor;

import org.jspecify.annotations.Nullable;

/**
 * Who changes something, and from where.
 *
 * @param id the identity provider's id of a person, or the id of a key; 1 to 128 characters
 * @param address the network address that the request came from, at most 64 characters, if known
 */
public record Actor(Kind kind, String id, @Nullable String address) {

  /** What kind of caller it is. The words are kept in storage: one is never renamed. */
  public enum Kind {
    /** A person who acts for a tenant, as far as their role reaches. */
    PERSON,
    /** A partner's program with an API key. */
    API_KEY,
    /** A person who runs the platform. */
    OPERATOR,
    /** The platform by itself. */
    PLATFORM
  }

  public Actor {
    if (id.isBlank() || id.length() > 128) {
      throw new IllegalArgumentException("an actor's id has 1 to 128 characters");
    }
    if (address != null && address.length() > 64) {
      throw new IllegalArgumentException("an address has at most 64 characters");
    }
  }

  public static Actor person(String id, @Nullable String address) {
    return new Actor(Kind.PERSON, id, address);
  }

  public static Actor operator(String id, @Nullable String address) {
    return new Actor(Kind.OPERATOR, id, address);
  }

  /** The platform by itself, as when it sets up a tenant. */
  public static Actor platform() {
    return new Actor(Kind.PLATFORM, "platform", null);
  }
}
