package io.feedbackplatform.admin.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConsoleSettingsTest {
  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "FEEDBACK_API_URL", "https://api.example.com/prod/",
              "FEEDBACK_ISSUER_URI", "https://login.example.com/pool",
              "FEEDBACK_CONSOLE_CLIENT_ID", "console",
              "FEEDBACK_CONSOLE_CLIENT_SECRET", "hush",
              "FEEDBACK_LOGOUT_URL", "https://login.example.com/logout"));

  @Test
  void readsAllOfTheEnvironment() {
    ConsoleSettings settings = ConsoleSettings.from(variables::get);

    assertThat(settings.apiUrl()).hasToString("https://api.example.com/prod");
    assertThat(settings.clientId()).isEqualTo("console");
  }

  @Test
  void knowsTheGatewaysKeyWhereThereIsOne() {
    assertThat(ConsoleSettings.from(variables::get).gatewayKey()).isNull();

    variables.put("FEEDBACK_GATEWAY_KEY", "key");

    assertThat(ConsoleSettings.from(variables::get).gatewayKey()).isEqualTo("key");
  }

  @Test
  void knowsTheAddressesOfTheWidgetWhereTheyAreSaid() {
    assertThat(ConsoleSettings.from(variables::get).widgetUrl()).isNull();
    assertThat(ConsoleSettings.from(variables::get).widgetApiUrl()).isNull();

    variables.put("FEEDBACK_WIDGET_URL", "https://widget.example.com/widget.js");
    variables.put("FEEDBACK_WIDGET_API_URL", "https://api.example.com/prod");

    assertThat(ConsoleSettings.from(variables::get).widgetUrl())
        .hasToString("https://widget.example.com/widget.js");
    assertThat(ConsoleSettings.from(variables::get).widgetApiUrl())
        .hasToString("https://api.example.com/prod");

    variables.put("FEEDBACK_WIDGET_URL", "widget.js");
    assertThatThrownBy(() -> ConsoleSettings.from(variables::get))
        .hasMessageContaining("FEEDBACK_WIDGET_URL is not an http or https URL");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FEEDBACK_API_URL",
        "FEEDBACK_ISSUER_URI",
        "FEEDBACK_CONSOLE_CLIENT_ID",
        "FEEDBACK_CONSOLE_CLIENT_SECRET",
        "FEEDBACK_LOGOUT_URL"
      })
  void namesTheVariableThatIsMissing(String variable) {
    variables.remove(variable);

    assertThatThrownBy(() -> ConsoleSettings.from(variables::get))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("The environment variable " + variable + " is not set.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"api.example.com", "ftp://api.example.com", "https://", "https://a b"})
  void refusesWhatIsNotAWebAddress(String value) {
    variables.put("FEEDBACK_API_URL", value);

    assertThatThrownBy(() -> ConsoleSettings.from(variables::get))
        .hasMessageContaining("FEEDBACK_API_URL is not an http or https URL");
  }

  @Test
  void keepsTheSecretOutOfItsText() {
    variables.put("FEEDBACK_GATEWAY_KEY", "whisper");

    assertThat(ConsoleSettings.from(variables::get).toString())
        .doesNotContain("hush")
        .doesNotContain("whisper");
  }
}
