package io.feedbackplatform.api.feedback;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** A body that somebody sends to see what breaks. */
public record HostileBody(String what, byte[] bytes) {

  static HostileBody of(String what, String text) {
    return of(what, text, StandardCharsets.UTF_8);
  }

  static HostileBody of(String what, String text, Charset charset) {
    return new HostileBody(what, text.getBytes(charset));
  }

  @Override
  public String toString() {
    return what;
  }
}
