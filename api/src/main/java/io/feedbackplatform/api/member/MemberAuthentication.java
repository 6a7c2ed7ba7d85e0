package io.feedbackplatform.api.member;

import io.feedbackplatform.core.member.Role;
import java.util.Arrays;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A caller whose token and membership were both checked. */
final class MemberAuthentication extends AbstractAuthenticationToken {

  private final transient MemberCaller caller;

  MemberAuthentication(MemberCaller caller) {
    super(
        Arrays.stream(Role.values())
            .filter(caller.role()::includes)
            .map(role -> new SimpleGrantedAuthority(role.name()))
            .toList());
    this.caller = caller;
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public MemberCaller getPrincipal() {
    return caller;
  }
}
