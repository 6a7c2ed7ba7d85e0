package io.feedbackplatform.infra.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Checks a password against the pool; says nothing about whether the user exists. */
final class PoolAuthenticationProvider implements AuthenticationProvider {

  private final UserPool pool;

  PoolAuthenticationProvider(UserPool pool) {
    this.pool = pool;
  }

  @Override
  public Authentication authenticate(Authentication attempt) {
    var typed = String.valueOf(attempt.getCredentials()).getBytes(UTF_8);
    return pool.account(attempt.getName())
        .filter(account -> MessageDigest.isEqual(account.password().getBytes(UTF_8), typed))
        .map(account ->
            UsernamePasswordAuthenticationToken.authenticated(
                account.username(), null, List.of(passwordNow())))
        .orElseThrow(() -> new BadCredentialsException("Incorrect username or password."));
  }

  /** The time of it becomes {@code auth_time} in the tokens. */
  private static FactorGrantedAuthority passwordNow() {
    return FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
  }

  @Override
  public boolean supports(@Nullable Class<?> authentication) {
    return authentication == UsernamePasswordAuthenticationToken.class;
  }
}
