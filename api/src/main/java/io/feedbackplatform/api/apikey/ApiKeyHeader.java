package io.feedbackplatform.api.apikey;

import io.feedbackplatform.core.apikey.ApiKeyToken;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** API keys in {@code Authorization} headers (RFC 6750, 2.1). */
public final class ApiKeyHeader {

  private static final String BEARER = "Bearer ";

  /** Whatever begins so is meant as a key of ours; no access token does. */
  private static final String FAMILY = "fbk_";

  private ApiKeyHeader() {}

  /** Whether the request shows what is meant as an API key, well-formed or not. */
  public static boolean isIn(HttpServletRequest request) {
    return values(request).stream().anyMatch(ApiKeyHeader::isMeantAsKey);
  }

  private static boolean isMeantAsKey(String value) {
    return value.regionMatches(true, 0, BEARER, 0, BEARER.length())
        && value
            .substring(BEARER.length())
            .strip()
            .regionMatches(true, 0, FAMILY, 0, FAMILY.length());
  }

  /** The token, if there is exactly one header and it spells one. */
  static Optional<ApiKeyToken> tokenIn(HttpServletRequest request) {
    var values = values(request);
    return values.size() == 1 && isMeantAsKey(values.getFirst())
        ? ApiKeyToken.parse(values.getFirst().substring(BEARER.length()).strip())
        : Optional.empty();
  }

  private static List<String> values(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Authorization"));
  }
}
