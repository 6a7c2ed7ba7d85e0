package io.feedbackplatform.admin.login;

import io.feedbackplatform.admin.settings.ConsoleSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistration.ClientSettings;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The login service, asked for its endpoints when they are first needed: the console starts, and
 * stays up, whether or not the issuer does.
 */
final class Issuer implements ClientRegistrationRepository {
  static final String REGISTRATION_ID = "console";

  private final ConsoleSettings settings;
  private final RestClient http;
  private volatile @Nullable ClientRegistration found;

  Issuer(ConsoleSettings settings, RestClient http) {
    this.settings = settings;
    this.http = http;
  }

  @Override
  public @Nullable ClientRegistration findByRegistrationId(String registrationId) {
    return REGISTRATION_ID.equals(registrationId) ? registration() : null;
  }

  private ClientRegistration registration() {
    ClientRegistration known = found;
    if (known == null) {
      known = registered(discovery());
      found = known;
    }
    return known;
  }

  private ClientRegistration registered(Map<String, Object> discovery) {
    try {
      return ClientRegistrations.fromOidcConfiguration(discovery)
          .registrationId(REGISTRATION_ID)
          .clientId(settings.clientId())
          .clientSecret(settings.clientSecret())
          .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
          .clientSettings(ClientSettings.builder().requireProofKey(true).build())
          .scope("openid", "profile", "email")
          .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
          .build();
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new LoginUnavailableException("The discovery document of the issuer is unusable", e);
    }
  }

  private Map<String, Object> discovery() {
    String issuer = settings.issuer().toString();
    String url = issuer.replaceAll("/+$", "") + "/.well-known/openid-configuration";
    Map<String, Object> document;
    try {
      document = http.get().uri(url).retrieve().body(new ParameterizedTypeReference<>() {});
    } catch (RestClientException e) {
      throw new LoginUnavailableException("No discovery document at " + url, e);
    }
    if (document == null || !issuer.equals(document.get("issuer"))) {
      throw new LoginUnavailableException(
          "The discovery document at " + url + " is not of the issuer " + issuer,
          new IllegalStateException("issuer differs"));
    }
    return document;
  }
}
