package io.feedbackplatform.admin.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** The page that somebody sees who could not be signed in, with a way to try again. */
final class SignInTrouble implements AuthenticationFailureHandler {
  private static final Logger LOG = LoggerFactory.getLogger(SignInTrouble.class);
  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Sign-in</title>
      <link rel="icon" href="%1$s/console/icon.svg">
      <link rel="stylesheet" href="%1$s/console/trouble.css">
      </head>
      <body>
      <main>
      <img src="%1$s/console/icon.svg" alt="" width="40" height="40">
      <h1>%2$s</h1>
      <p>%3$s</p>
      <a href="%1$s/">Try again</a>
      </main>
      </body>
      </html>
      """;

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
      throws IOException {
    LOG.atWarn().setCause(why).addKeyValue("path", request.getServletPath()).log("sign-in failed");
    if (isUnavailable(why)) {
      write(
          request,
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          "The login service is not available",
          "Your feedback keeps arriving and nothing is lost. Please try again in a moment.");
    } else {
      write(
          request,
          response,
          HttpStatus.UNAUTHORIZED,
          "You could not be signed in",
          "The sign-in was not completed or took too long. Please start it again.");
    }
  }

  private static boolean isUnavailable(Throwable why) {
    for (Throwable cause = why; cause != null; cause = cause.getCause()) {
      if (cause instanceof LoginUnavailableException || cause instanceof IOException) {
        return true;
      }
    }
    return false;
  }

  private static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      HttpStatus status,
      String title,
      String text)
      throws IOException {
    response.setStatus(status.value());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    byte[] page =
        PAGE.formatted(request.getContextPath(), title, text).getBytes(StandardCharsets.UTF_8);
    response.getOutputStream().write(page);
  }
}
