package io.feedbackplatform.infra.local.issuer;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a person sees when an application sent them here with a wrong request. */
@RestController
final class ErrorPageController {

  private final Page page = Page.load("message.html");

  @RequestMapping(Endpoints.ERROR)
  ResponseEntity<String> error(HttpServletRequest request) {
    var status =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
            ? HttpStatus.valueOf(code)
            : HttpStatus.NOT_FOUND;
    return switch (status) {
      case NOT_FOUND ->
          page.with("title", "Nothing here")
              .with("text", "This server only signs people in. Start from the console.")
              .answer(status);
      case BAD_REQUEST ->
          page.with("title", "This sign-in link is not valid")
              .with("text", "The application or its return address is not registered here.")
              .answer(status);
      default ->
          page.with("title", "This did not work")
              .with("text", "Please start again from the console.")
              .answer(status);
    };
  }
}
