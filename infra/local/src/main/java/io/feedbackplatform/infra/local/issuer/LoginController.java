package io.feedbackplatform.infra.local.issuer;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The sign-in page. The form goes to the same path, where Spring Security takes it. */
@RestController
final class LoginController {

  private final Page page = Page.load("login.html");

  @GetMapping(Endpoints.LOGIN)
  ResponseEntity<String> login(HttpServletRequest request, CsrfToken csrf) {
    return page.with("csrfName", csrf.getParameterName())
        .with("csrfValue", csrf.getToken())
        .with("notice", notice(request))
        .answer(HttpStatus.OK);
  }

  private static String notice(HttpServletRequest request) {
    if (request.getParameter("error") != null) {
      return "Incorrect username or password.";
    }
    return request.getParameter("expired") != null ? "That took too long. Please try again." : "";
  }
}
