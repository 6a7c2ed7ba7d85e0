package io.feedbackplatform.infra.local.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.HtmlUtils;

/** An HTML page with {@code {{name}}} places, which only ever take escaped text. */
record Page(String html) {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, UTF_8);

  static Page load(String name) {
    try (var page = Objects.requireNonNull(Page.class.getResourceAsStream(name), name);
        var style = Objects.requireNonNull(Page.class.getResourceAsStream("style.css"))) {
      return new Page(
          new String(page.readAllBytes(), UTF_8)
              .replace("/*style*/", new String(style.readAllBytes(), UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Page with(String name, String text) {
    return new Page(html.replace("{{" + name + "}}", HtmlUtils.htmlEscape(text)));
  }

  ResponseEntity<String> answer(HttpStatus status) {
    return ResponseEntity.status(status)
        .contentType(HTML)
        .cacheControl(CacheControl.noStore())
        .body(html);
  }
}
