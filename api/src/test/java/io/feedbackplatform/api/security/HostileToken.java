package io.feedbackplatform.api.security;

import java.util.List;

/**
 * What comes in the {@code Authorization} headers instead of a member's access token.
 *
 * @param flaw what alone is wrong with it
 */
record HostileToken(String what, Flaw flaw, List<String> headers) {

  /** Where the only flaw is, so that a test can show which check it takes. */
  enum Flaw {
    /** The issuer signed it; its claims are not those of an access token for us. */
    CLAIMS,
    /** The claims are right, but the issuer did not sign them so. */
    SIGNATURE,
    /** It is no signed token at all. */
    FORM
  }

  static HostileToken of(String what, Flaw flaw, String token) {
    return new HostileToken(what, flaw, List.of("Bearer " + token));
  }

  /** What follows the scheme. */
  String token() {
    return headers.getFirst().replaceFirst("(?i)^bearer +", "");
  }

  @Override
  public String toString() {
    return flaw + ": " + what;
  }
}
