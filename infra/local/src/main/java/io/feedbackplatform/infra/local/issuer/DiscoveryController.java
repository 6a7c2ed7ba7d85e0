package io.feedbackplatform.infra.local.issuer;

import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The discovery document with the fields that Cognito publishes, no more. */
@RestController
final class DiscoveryController {

  private final UserPool pool;

  DiscoveryController(UserPool pool) {
    this.pool = pool;
  }

  @GetMapping(Endpoints.DISCOVERY)
  Map<String, Object> discovery() {
    return Map.ofEntries(
        Map.entry("issuer", pool.issuer().toString()),
        Map.entry("authorization_endpoint", pool.issuer() + Endpoints.AUTHORIZE),
        Map.entry("token_endpoint", pool.issuer() + Endpoints.TOKEN),
        Map.entry("userinfo_endpoint", pool.issuer() + Endpoints.USER_INFO),
        Map.entry("end_session_endpoint", pool.issuer() + Endpoints.LOGOUT),
        Map.entry("jwks_uri", pool.issuer() + Endpoints.KEYS),
        Map.entry("id_token_signing_alg_values_supported", List.of("RS256")),
        Map.entry("response_types_supported", List.of("code")),
        Map.entry("scopes_supported", List.of("openid", "email", "profile")),
        Map.entry("subject_types_supported", List.of("public")),
        Map.entry(
            "token_endpoint_auth_methods_supported",
            List.of("client_secret_basic", "client_secret_post")));
  }
}
