package io.feedbackplatform.admin.login;

import io.feedbackplatform.admin.api.Caller.AccessTokens;
import org.springframework.security.core.Authentication;

/** The tokens that sign-ins brought. */
@FunctionalInterface
public interface SignIns {
  /** The access tokens of this sign-in; safe to use from any thread, one renewal at a time. */
  AccessTokens tokensOf(Authentication user);
}
