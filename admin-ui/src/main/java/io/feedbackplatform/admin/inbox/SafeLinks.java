package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Span;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Links made of what strangers typed: nothing but web pages and plain addresses can be followed.
 */
final class SafeLinks {
  private SafeLinks() {}

  /** A link to a page on the web; anything else as plain text; null for nothing. */
  static @Nullable Component page(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    if (!isWebPage(address)) {
      return new Span(address);
    }
    Anchor link = new Anchor(address, address, AnchorTarget.BLANK);
    link.getElement().setAttribute("rel", "noopener noreferrer");
    link.setRouterIgnore(true);
    return link;
  }

  /** A link that writes to an address; null for nothing. */
  static @Nullable Component email(@Nullable String address) {
    if (address == null || address.isBlank()) {
      return null;
    }
    String target = URLEncoder.encode(address, StandardCharsets.UTF_8).replace("+", "%20");
    Anchor link = new Anchor("mailto:" + target.replace("%40", "@"), address);
    link.setRouterIgnore(true);
    return link;
  }

  private static boolean isWebPage(String address) {
    try {
      URI uri = URI.create(address);
      return uri.getHost() != null
          && ("http".equalsIgnoreCase(uri.getScheme())
              || "https".equalsIgnoreCase(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
