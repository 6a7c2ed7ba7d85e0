package io.feedbackplatform.infra.local.issuer;

import com.nimbusds.jose.jwk.RSAKey;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Everything the issuer knows.
 *
 * @param issuer the base URL, which is the {@code iss} of every token
 * @param home where a browser goes that signed in without having been sent by an application
 * @param signingKey the private RSA key of all tokens
 */
public record UserPool(
    URI issuer, URI home, RSAKey signingKey, List<AppClient> clients, List<Account> accounts) {

  public UserPool {
    if (!signingKey.isPrivate()) {
      throw new IllegalArgumentException("The signing key has no private part.");
    }
    clients = List.copyOf(clients);
    accounts = List.copyOf(accounts);
  }

  Optional<Account> account(String username) {
    return accounts.stream().filter(account -> account.username().equals(username)).findFirst();
  }

  Optional<AppClient> client(String clientId) {
    return clients.stream().filter(client -> client.clientId().equals(clientId)).findFirst();
  }
}
