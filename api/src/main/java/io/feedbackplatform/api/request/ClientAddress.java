package io.feedbackplatform.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request came from, as far as it can be known. */
public final class ClientAddress {

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

  private ClientAddress() {}

  private static final String NOTED = ClientAddress.class.getName();

  /** The address of whoever called, absent when it cannot be known. */
  public static @Nullable String of(HttpServletRequest request) {
    var noted = request.getAttribute(NOTED);
    return noted instanceof String text && ADDRESS.matcher(text).matches() ? text : null;
  }

  /**
   * The peer of the outermost of what is ours: the gateway in front adds its own peer to the end of
   * {@code X-Forwarded-For}, as does each proxy before it. What stands further to the front is what
   * the peer claims. Without a gateway, this server's own peer.
   *
   * @param proxies of ours, in front of the gateway
   */
  static void note(HttpServletRequest request, int proxies) {
    var forwarded = String.join(",", Collections.list(request.getHeaders("X-Forwarded-For")));
    var hops = forwarded.split(",", -1);
    request.setAttribute(
        NOTED,
        forwarded.isBlank()
            ? request.getRemoteAddr()
            : hops[Math.max(0, hops.length - 1 - proxies)].strip());
  }
}
