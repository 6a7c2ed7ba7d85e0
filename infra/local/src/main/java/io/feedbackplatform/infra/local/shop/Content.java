package io.feedbackplatform.infra.local.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Something a static server gives out. */
record Content(String type, byte[] bytes, String cacheControl) {

  static Content page(String html) {
    return new Content("text/html; charset=utf-8", html.getBytes(UTF_8), "no-cache");
  }
}
