package io.feedbackplatform.admin.settings;

import java.net.URI;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the console is told from outside.
 *
 * @param apiUrl base of the HTTP API, stage included, without a slash at the end
 * @param issuer the issuer of tokens, letter for letter as its discovery document has it
 * @param clientId the console's own app client
 * @param clientSecret that client's secret
 * @param logoutUrl the login domain's logout endpoint, which takes {@code client_id} and {@code
 *     logout_uri}
 * @param gatewayKey the key under which the API's gateway knows the console; null where the gateway
 *     asks for none
 * @param widgetUrl the widget's script, for the tag that goes into pages; null if it is not known
 * @param widgetApiUrl the API's base for pages; null where it is the script's origin and /prod
 */
public record ConsoleSettings(
    URI apiUrl,
    URI issuer,
    String clientId,
    String clientSecret,
    URI logoutUrl,
    @Nullable String gatewayKey,
    @Nullable URI widgetUrl,
    @Nullable URI widgetApiUrl) {

  static final String API_URL = "FEEDBACK_API_URL";
  static final String ISSUER = "FEEDBACK_ISSUER_URI";
  static final String CLIENT_ID = "FEEDBACK_CONSOLE_CLIENT_ID";
  static final String CLIENT_SECRET = "FEEDBACK_CONSOLE_CLIENT_SECRET";
  static final String LOGOUT_URL = "FEEDBACK_LOGOUT_URL";
  static final String GATEWAY_KEY = "FEEDBACK_GATEWAY_KEY";
  static final String WIDGET_URL = "FEEDBACK_WIDGET_URL";
  static final String WIDGET_API_URL = "FEEDBACK_WIDGET_API_URL";

  /**
   * Reads the settings.
   *
   * @throws InvalidSettingException naming the first variable that is missing or malformed
   */
  public static ConsoleSettings from(Function<String, @Nullable String> variables) {
    return new ConsoleSettings(
        withoutSlashAtEnd(url(API_URL, variables)),
        url(ISSUER, variables),
        text(CLIENT_ID, variables),
        text(CLIENT_SECRET, variables),
        url(LOGOUT_URL, variables),
        optional(GATEWAY_KEY, variables),
        optionalUrl(WIDGET_URL, variables),
        optionalUrl(WIDGET_API_URL, variables));
  }

  private static @Nullable URI optionalUrl(
      String name, Function<String, @Nullable String> variables) {
    return optional(name, variables) == null ? null : url(name, variables);
  }

  private static @Nullable String optional(
      String name, Function<String, @Nullable String> variables) {
    String value = variables.apply(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static String text(String name, Function<String, @Nullable String> variables) {
    String value = variables.apply(name);
    if (value == null || value.isBlank()) {
      throw new InvalidSettingException(name, "The environment variable " + name + " is not set.");
    }
    return value.strip();
  }

  private static URI url(String name, Function<String, @Nullable String> variables) {
    String value = text(name, variables);
    if (!value.matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      throw new InvalidSettingException(
          name,
          "The environment variable " + name + " is not an http or https URL: " + value + ".");
    }
    return URI.create(value);
  }

  private static URI withoutSlashAtEnd(URI uri) {
    return URI.create(uri.toString().replaceAll("/+$", ""));
  }

  /** Leaves out what is secret. */
  @Override
  public String toString() {
    return "ConsoleSettings[apiUrl=%s, issuer=%s, clientId=%s, logoutUrl=%s]"
        .formatted(apiUrl, issuer, clientId, logoutUrl);
  }
}
