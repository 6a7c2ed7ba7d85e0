package io.feedbackplatform.api.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.api.settings.InvalidSetting;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailSettingsTest {

  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "FEEDBACK_MAIL_FROM", " Feedback <feedback@example.com> ",
              "FEEDBACK_CONSOLE_URL", "https://console.example.com/"));

  @Test
  void areReadFromTheEnvironment() {
    var settings = MailSettings.read(variables::get);

    assertThat(settings).isNotNull();
    assertThat(settings.from()).isEqualTo("Feedback <feedback@example.com>");
    assertThat(settings.console()).hasToString("https://console.example.com");
  }

  @Test
  void areNotNeededBySomebodyWhoSendsNone() {
    variables.clear();

    assertThat(MailSettings.read(variables::get)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"FEEDBACK_MAIL_FROM", "FEEDBACK_CONSOLE_URL"})
  void belongTogether(String missing) {
    variables.remove(missing);

    assertThatThrownBy(() -> MailSettings.read(variables::get))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(missing);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feedback",
        "a@example.com, b@example.com",
        "Us <us@example.com>\r\nBcc: all@example.com",
        "\"Us\" <us@example.com>"
      })
  void refuseASenderThatIsMoreThanOne(String from) {
    variables.put("FEEDBACK_MAIL_FROM", from);

    assertThatThrownBy(() -> MailSettings.read(variables::get)).isInstanceOf(InvalidSetting.class);
  }
}
