package io.feedbackplatform.admin.login;

import com.vaadin.flow.spring.security.UidlRedirectStrategy;
import io.feedbackplatform.admin.settings.ConsoleSettings;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.RedirectStrategy;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the session at the issuer too. Cognito has a logout endpoint of its own in place of OpenID
 * Connect's (AWS documentation, "Logout endpoint": {@code client_id} and {@code logout_uri}).
 */
final class IssuerLogout implements LogoutSuccessHandler {
  private final ConsoleSettings settings;
  private final RedirectStrategy redirect = new UidlRedirectStrategy();

  IssuerLogout(ConsoleSettings settings) {
    this.settings = settings;
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication user)
      throws IOException {
    String console = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    String target =
        UriComponentsBuilder.fromUri(settings.logoutUrl())
            .queryParam("client_id", "{client}")
            .queryParam("logout_uri", "{console}")
            .encode()
            .buildAndExpand(settings.clientId(), console)
            .toUriString();
    redirect.sendRedirect(request, response, target);
  }
}
