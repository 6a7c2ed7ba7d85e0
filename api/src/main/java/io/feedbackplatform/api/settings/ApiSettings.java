package io.feedbackplatform.api.settings;

import io.feedbackplatform.core.apikey.Peppers;
import io.feedbackplatform.core.limit.Plans;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What the API is told from outside.
 *
 * @param issuer the issuer of access tokens, as their {@code iss} spells it
 * @param clientIds the app clients whose access tokens are accepted, at least one
 * @param cursorSecret signs cursors, and what signs challenges derives from it; at least 32 bytes
 * @param keyPeppers under which the secrets of API keys are hashed; those of first owners'
 *     invitations derive from them
 * @param plans what each plan allows
 * @param proxies how many proxies of ours pass a request on before the gateway gets it
 * @param comprehend whether Amazon Comprehend judges the sentiment of tenants that want it
 * @param publicUrl where callers find this API, with the stage and without a slash at the end
 */
public record ApiSettings(
    URI issuer,
    Set<String> clientIds,
    CursorSecret cursorSecret,
    Peppers keyPeppers,
    Plans plans,
    int proxies,
    boolean comprehend,
    URI publicUrl) {

  private static final String SECRET = "at least 32 random bytes in Base64";

  public ApiSettings {
    clientIds = Set.copyOf(clientIds);
  }

  /** Key bytes that do not end in a log by accident. */
  public record CursorSecret(byte[] bytes) {

    /**
     * Another secret, from which this one cannot be told (HMAC-SHA-256 of the label, as the
     * expansion of HKDF, RFC 5869).
     *
     * @param label what it is for
     */
    public byte[] derive(String label) {
      try {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
        return mac.doFinal(label.getBytes(StandardCharsets.UTF_8));
      } catch (GeneralSecurityException impossible) {
        throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
      }
    }

    @Override
    public String toString() {
      return "CursorSecret";
    }
  }

  /**
   * @param variables looks up an environment variable
   * @throws InvalidSetting naming the first variable that is missing or wrong
   */
  public static ApiSettings read(Function<String, @Nullable String> variables) {
    var issuer = url("FEEDBACK_ISSUER_URI", "the issuer of access tokens", variables);
    return new ApiSettings(
        issuer,
        clients(variables),
        cursorSecret(variables),
        peppers(variables),
        plans(variables),
        proxies(variables),
        comprehend(variables),
        url("FEEDBACK_PUBLIC_URL", "the public base URL of the API with its stage", variables));
  }

  private static Set<String> clients(Function<String, @Nullable String> variables) {
    var name = "FEEDBACK_CLIENT_IDS";
    var meaning = "the app client ids whose tokens are accepted, separated by commas";
    var clients =
        Arrays.stream(required(name, meaning, variables).split(",", -1))
            .map(String::strip)
            .filter(id -> !id.isEmpty())
            .collect(Collectors.toSet());
    if (clients.isEmpty()) {
      throw missing(name, meaning);
    }
    return clients;
  }

  private static CursorSecret cursorSecret(Function<String, @Nullable String> variables) {
    var name = "FEEDBACK_CURSOR_SECRET";
    return new CursorSecret(secret(name, required(name, SECRET, variables)));
  }

  /** Several, the newest first, while what was hashed under an older one is still in use. */
  private static Peppers peppers(Function<String, @Nullable String> variables) {
    var name = "FEEDBACK_KEY_PEPPER";
    return new Peppers(
        Arrays.stream(required(name, SECRET, variables).split(",", -1))
            .map(String::strip)
            .map(text -> secret(name, text))
            .toList());
  }

  private static Plans plans(Function<String, @Nullable String> variables) {
    try {
      return Plans.changed(Objects.requireNonNullElse(variables.apply("FEEDBACK_PLANS"), ""));
    } catch (IllegalArgumentException wrong) {
      throw new InvalidSetting(
          "The environment variable FEEDBACK_PLANS cannot be used: " + wrong.getMessage() + ".");
    }
  }

  private static int proxies(Function<String, @Nullable String> variables) {
    var text = Objects.requireNonNullElse(variables.apply("FEEDBACK_PROXIES"), "0").strip();
    if (!text.matches("[0-9]")) {
      throw new InvalidSetting(
          "The environment variable FEEDBACK_PROXIES must be the number of proxies in front of the"
              + " gateway, 0 to 9.");
    }
    return Integer.parseInt(text);
  }

  private static boolean comprehend(Function<String, @Nullable String> variables) {
    var text = Objects.requireNonNullElse(variables.apply("FEEDBACK_COMPREHEND"), "false").strip();
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new InvalidSetting(
              "The environment variable FEEDBACK_COMPREHEND must be true or false: whether tenants"
                  + " may have their feedback's sentiment judged by Amazon Comprehend.");
    };
  }

  private static byte[] secret(String name, String text) {
    try {
      var bytes = Base64.getDecoder().decode(text);
      if (bytes.length >= 32) {
        return bytes;
      }
    } catch (IllegalArgumentException notBase64) {
      // told below, without quoting the secret
    }
    throw new InvalidSetting(
        "The environment variable " + name + " must hold at least 32 random bytes in Base64.");
  }

  private static URI url(
      String name, String meaning, Function<String, @Nullable String> variables) {
    var text = required(name, meaning, variables);
    try {
      var uri = URI.create(text.replaceAll("/+$", ""));
      if (uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
        return uri;
      }
    } catch (IllegalArgumentException notAUrl) {
      // told below
    }
    throw new InvalidSetting(
        "The environment variable " + name + " must be an absolute http(s) URL: " + meaning + ".");
  }

  private static String required(
      String name, String meaning, Function<String, @Nullable String> variables) {
    var value = variables.apply(name);
    if (value == null || value.isBlank()) {
      throw missing(name, meaning);
    }
    return value.strip();
  }

  private static InvalidSetting missing(String name, String meaning) {
    return new InvalidSetting("Set the environment variable " + name + " to " + meaning + ".");
  }
}
