package io.feedbackplatform.admin.api;

import static io.feedbackplatform.admin.api.ApiCalls.encode;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks the HTTP API about partners' keys, and changes them. */
public final class ApiKeysClient {
  private static final String KEYS = "/api-keys";

  private final ApiCalls calls;

  ApiKeysClient(ApiCalls calls) {
    this.calls = calls;
  }

  private record Keys(List<ApiKey> items) {}

  /** All of them, the oldest first, ended ones too. */
  public List<ApiKey> list(Caller caller) {
    return calls.read(KEYS, caller, Keys.class).items();
  }

  /**
   * Makes one; the answer holds its secret.
   *
   * @param expiresAt null for one that does not expire
   */
  public ApiKey create(
      Caller caller, String name, Collection<String> scopes, @Nullable Instant expiresAt) {
    var body = new HashMap<String, Object>(Map.of("name", name, "scopes", List.copyOf(scopes)));
    if (expiresAt != null) {
      body.put("expiresAt", expiresAt.toString());
    }
    return calls.change("POST", KEYS, caller, body, ApiKey.class);
  }

  /** Gives one a new secret, which the answer holds. */
  public ApiKey rotate(Caller caller, String keyId, int overlapHours) {
    String path = KEYS + "/" + encode(keyId) + "/rotate";
    return calls.change("POST", path, caller, Map.of("overlapHours", overlapHours), ApiKey.class);
  }

  /** Ends one. */
  public void revoke(Caller caller, String keyId) {
    calls.change("DELETE", KEYS + "/" + encode(keyId), caller);
  }
}
