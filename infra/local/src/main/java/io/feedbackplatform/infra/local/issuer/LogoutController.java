package io.feedbackplatform.infra.local.issuer;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Cognito's own sign-out, which is not the one of OpenID Connect (<a
 * href="https://docs.aws.amazon.com/cognito/latest/developerguide/logout-endpoint.html">AWS: logout
 * endpoint</a>). Tokens stay valid, as they do there.
 */
@RestController
final class LogoutController {

  private final UserPool pool;
  private final Page page;

  LogoutController(UserPool pool) {
    this.pool = pool;
    this.page = Page.load("message.html");
  }

  @GetMapping(Endpoints.LOGOUT)
  ResponseEntity<String> logout(
      HttpServletRequest request,
      @RequestParam(name = "client_id", defaultValue = "") String clientId,
      @RequestParam(name = "logout_uri", defaultValue = "") String logoutUri) {
    var target =
        pool.client(clientId).stream()
            .flatMap(client -> client.logoutUris().stream())
            .filter(allowed -> allowed.toString().equals(logoutUri))
            .findFirst();
    if (target.isEmpty()) {
      return page.with("title", "This sign-out link is not valid")
          .with("text", "The application and the address to return to do not belong together.")
          .answer(HttpStatus.BAD_REQUEST);
    }
    var session = request.getSession(false);
    if (session != null) {
      session.invalidate();
    }
    return redirect(target.get());
  }

  private static ResponseEntity<String> redirect(URI target) {
    return ResponseEntity.status(HttpStatus.FOUND).location(target).build();
  }
}
