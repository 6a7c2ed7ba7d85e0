package io.feedbackplatform.infra.local.state;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.tenant.TenantId;
import java.io.IOException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Secrets and ids that are drawn once on each machine, so that tokens, cursors, sessions and links
 * outlive a restart.
 *
 * @param signingKey the issuer's private RSA key as a JSON Web Key
 * @param cursorSecret 32 random bytes in base64
 * @param keyPepper 32 random bytes in base64, which files of earlier versions lack
 * @param subs the unchanging id of each username
 * @param tenants the ids of each demo tenant, by its short name
 */
public record LocalState(
    String signingKey,
    String consoleSecret,
    String cursorSecret,
    String keyPepper,
    Map<String, UUID> subs,
    Map<String, TenantIds> tenants) {

  /** The ids of one demo tenant. */
  public record TenantIds(String tenantId, String siteId, String siteKey) {

    static TenantIds random() {
      return new TenantIds(
          TenantId.random().value(), SiteId.random().value(), SiteKey.random().value());
    }
  }

  /** Reads the file, and writes it with whatever was not in it yet. */
  public static LocalState loadOrCreate(
      JsonFile file, List<String> usernames, List<String> tenantNames) throws IOException {
    var stored = file.read(LocalState.class);
    var subs = new HashMap<>(stored.map(LocalState::subs).orElse(Map.of()));
    var tenants = new HashMap<>(stored.map(LocalState::tenants).orElse(Map.of()));
    usernames.forEach(username -> subs.computeIfAbsent(username, name -> UUID.randomUUID()));
    tenantNames.forEach(tenant -> tenants.computeIfAbsent(tenant, name -> TenantIds.random()));
    var state =
        new LocalState(
            stored.isPresent() ? stored.get().signingKey() : newSigningKey(),
            stored.map(LocalState::consoleSecret).orElseGet(LocalState::newSecret),
            stored.map(LocalState::cursorSecret).orElseGet(LocalState::newSecret),
            stored.map(LocalState::keyPepper).orElseGet(LocalState::newSecret),
            subs,
            tenants);
    if (!stored.equals(Optional.of(state))) {
      file.write(state);
    }
    return state;
  }

  /** The signing key, ready to use. */
  public RSAKey rsaKey() {
    try {
      return RSAKey.parse(signingKey);
    } catch (ParseException e) {
      throw new IllegalStateException("The stored signing key is damaged.", e);
    }
  }

  public UUID sub(String username) {
    return Objects.requireNonNull(subs.get(username), username);
  }

  public TenantIds tenant(String name) {
    return Objects.requireNonNull(tenants.get(name), name);
  }

  private static String newSigningKey() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .algorithm(JWSAlgorithm.RS256)
          .keyID(UUID.randomUUID().toString())
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("No RSA key could be made.", e);
    }
  }

  private static String newSecret() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "LocalState[...]";
  }
}
