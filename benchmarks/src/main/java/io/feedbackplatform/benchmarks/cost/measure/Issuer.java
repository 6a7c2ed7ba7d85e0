package io.feedbackplatform.benchmarks.cost.measure;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import io.feedbackplatform.core.member.UserId;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;

/** Signs access tokens in Cognito's shape and gives out the key that checks them. */
final class Issuer implements AutoCloseable {

  static final String CLIENT_ID = "console";

  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final KeyPair keys;
  private final HttpServer server;

  Issuer() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    keys = generator.generateKeyPair();
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          try (exchange) {
            var body = jwks().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
          }
        });
    server.start();
  }

  String uri() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  String tokenFor(UserId user) throws GeneralSecurityException {
    long now = Instant.now().getEpochSecond();
    var claims =
        """
        {"iss":"%s","sub":"%s","username":"ada@example.com","token_use":"access","client_id":"%s",\
        "scope":"openid","jti":"%s","iat":%d,"exp":%d}\
        """
            .formatted(uri(), user.value(), CLIENT_ID, UUID.randomUUID(), now, now + 3600);
    var signed =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"1\"}".getBytes(UTF_8))
            + "."
            + encoded(claims.getBytes(UTF_8));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(keys.getPrivate());
    signature.update(signed.getBytes(UTF_8));
    return signed + "." + encoded(signature.sign());
  }

  private String jwks() {
    var key = (RSAPublicKey) keys.getPublic();
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"1","n":"%s","e":"%s"}]}\
    """
        .formatted(encoded(unsigned(key.getModulus())), encoded(unsigned(key.getPublicExponent())));
  }

  private static byte[] unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    return bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
  }

  private static String encoded(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
