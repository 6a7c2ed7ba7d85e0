package io.feedbackplatform.api.site;

import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller that showed a site key in use. */
final class SiteKeyAuthentication extends AbstractAuthenticationToken {

  private final transient SiteCaller caller;

  SiteKeyAuthentication(SiteCaller caller) {
    super(List.of(new SimpleGrantedAuthority(SiteKeyFilter.AUTHORITY)));
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public String getName() {
    return caller.site().id().value();
  }

  @Override
  public SiteCaller getPrincipal() {
    return caller;
  }
}
