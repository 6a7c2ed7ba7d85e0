package io.feedbackplatform.api.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a request came from, as far as it can be known. */
public final class ClientAddress {

  private static final Pattern ADDRESS = Pattern.compile("[0-9A-Fa-f.:]{2,45}");

  private ClientAddress() {}

  /**
   * The peer of the gateway in front: the last entry of {@code X-Forwarded-For}, which the gateway
   * adds; those before it are what the peer claims. Without a gateway, this server's own peer.
   */
  public static @Nullable String of(HttpServletRequest request) {
    var forwarded = request.getHeader("X-Forwarded-For");
    var address =
        forwarded == null
            ? request.getRemoteAddr()
            : forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return address != null && ADDRESS.matcher(address).matches() ? address : null;
  }
}
