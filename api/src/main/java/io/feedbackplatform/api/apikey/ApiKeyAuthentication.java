package io.feedbackplatform.api.apikey;

import io.feedbackplatform.core.apikey.ApiKeyScope;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller whose key was checked. */
public final class ApiKeyAuthentication extends AbstractAuthenticationToken {

  private final transient ApiKeyCaller caller;

  ApiKeyAuthentication(ApiKeyCaller caller) {
    super(caller.scopes().stream().map(ApiKeyAuthentication::grant).toList());
    this.caller = caller;
    setAuthenticated(true);
  }

  /** What a caller with a key of this scope has. */
  public static String authority(ApiKeyScope scope) {
    return "KEY_" + scope.name();
  }

  private static SimpleGrantedAuthority grant(ApiKeyScope scope) {
    return new SimpleGrantedAuthority(authority(scope));
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.key().value();
  }

  @Override
  public ApiKeyCaller getPrincipal() {
    return caller;
  }
}
