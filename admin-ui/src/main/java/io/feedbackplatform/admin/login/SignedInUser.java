package io.feedbackplatform.admin.login;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/**
 * A user in one browser. Tokens are filed under the principal's name, so that name is unique to the
 * sign-in: signing out of one browser leaves the same user's other browsers alone.
 */
final class SignedInUser extends DefaultOidcUser {
  private static final long serialVersionUID = 1;

  private final String signIn;

  SignedInUser(Collection<? extends GrantedAuthority> authorities, OidcIdToken idToken) {
    super(authorities, idToken);
    this.signIn = idToken.getSubject() + "/" + UUID.randomUUID();
  }

  @Override
  public String getName() {
    return signIn;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SignedInUser user && user.signIn.equals(signIn);
  }

  @Override
  public int hashCode() {
    return signIn.hashCode();
  }
}
