package io.feedbackplatform.api.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeyToken;
import io.feedbackplatform.core.apikey.Peppers;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.tenant.Plan;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiSettingsTest {

  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "FEEDBACK_ISSUER_URI", "https://issuer.example/pool",
              "FEEDBACK_CLIENT_IDS", " a, b,",
              "FEEDBACK_CURSOR_SECRET", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
              "FEEDBACK_KEY_PEPPER", "cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=",
              "FEEDBACK_PUBLIC_URL", "https://api.example/prod/"));

  @Test
  void areReadFromTheEnvironment() {
    var settings = ApiSettings.read(variables::get);

    assertThat(settings.clientIds()).containsExactlyInAnyOrder("a", "b");
    assertThat(settings.publicUrl()).hasToString("https://api.example/prod");
    assertThat(settings.toString()).doesNotContain("MDEy", "[B@");
  }

  @Test
  void changePlansAndSayWhichChangeCannotBe() {
    assertThat(ApiSettings.read(variables::get).plans()).isEqualTo(Plans.defaults());
    assertThat(ApiSettings.read(variables::get).proxies()).isZero();

    variables.put("FEEDBACK_PLANS", "free.seats=9");
    variables.put("FEEDBACK_PROXIES", "1");
    assertThat(ApiSettings.read(variables::get).plans().of(Plan.FREE).seats()).isEqualTo(9);
    assertThat(ApiSettings.read(variables::get).proxies()).isEqualTo(1);

    variables.put("FEEDBACK_PLANS", "free.seats=9,free.chairs=3");
    assertThatThrownBy(() -> ApiSettings.read(variables::get))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("FEEDBACK_PLANS")
        .hasMessageContaining("free.chairs=3");
  }

  @Test
  void takeSeveralPeppers() {
    variables.put(
        "FEEDBACK_KEY_PEPPER",
        "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=, cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=");
    var token = ApiKeyToken.random(ApiKeyId.random());

    var newest =
        new Peppers(
            List.of(Base64.getDecoder().decode("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));
    assertThat(ApiSettings.read(variables::get).keyPeppers().hash(token))
        .isEqualTo(newest.hash(token));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FEEDBACK_ISSUER_URI",
        "FEEDBACK_CLIENT_IDS",
        "FEEDBACK_CURSOR_SECRET",
        "FEEDBACK_KEY_PEPPER",
        "FEEDBACK_PUBLIC_URL"
      })
  void nameWhatIsMissing(String name) {
    variables.remove(name);

    assertThatThrownBy(() -> ApiSettings.read(variables::get))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageStartingWith("Set the environment variable " + name + " to ");
  }

  @ParameterizedTest
  @CsvSource({
    "FEEDBACK_ISSUER_URI, no-url",
    "FEEDBACK_ISSUER_URI, ftp://issuer.example",
    "FEEDBACK_CLIENT_IDS, ','",
    "FEEDBACK_CURSOR_SECRET, c2hvcnQ=",
    "FEEDBACK_CURSOR_SECRET, not base64",
    "FEEDBACK_KEY_PEPPER, c2hvcnQ=",
    "FEEDBACK_KEY_PEPPER, 'cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=,'",
    "FEEDBACK_KEY_PEPPER, 'cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=,c2hvcnQ='",
    "FEEDBACK_PROXIES, many",
    "FEEDBACK_PROXIES, 10",
    "FEEDBACK_PUBLIC_URL, /prod"
  })
  void nameWhatIsWrongWithoutQuotingIt(String name, String value) {
    variables.put(name, value);

    assertThatThrownBy(() -> ApiSettings.read(variables::get))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining(name)
        .hasMessageNotContaining(value.length() > 1 ? value : "\u0000");
  }
}
