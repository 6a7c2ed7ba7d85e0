package io.feedbackplatform.admin.keys;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.textfield.TextField;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Secret;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysViewTest extends ConsoleTest {

  private static final String KEY =
      """
      {"keyId":"k1","name":"Warehouse","scopes":["feedback:read"],"createdAt":"2026-11-01T10:00:00Z",
       "createdBy":"u1"%s}\
      """;

  private void keys(String... keys) {
    API.withRole("admin")
        .answer("GET", "/api-keys", 200, "{\"items\":[" + String.join(",", keys) + "]}");
    navigate(ApiKeysView.class);
    timePasses();
  }

  @Test
  @SuppressWarnings("unchecked")
  void showsANewSecretOnceWithAWarning() {
    keys();
    API.answer("POST", "/api-keys", 201, KEY.formatted(",\"apiKey\":\"fbk_live_secret\""));

    assertThat(findInView(H2.class).single().getText()).isEqualTo("No API keys yet");
    test(findInView(Button.class).withText("New key").single()).click();
    test(find(TextField.class).single()).setValue("Warehouse");
    CheckboxGroup<String> scopes = find(CheckboxGroup.class).single();
    scopes.setValue(Set.of("feedback:read"));
    test(find(Button.class).withText("Create key").single()).click();
    timePasses();

    assertThat(API.sent("POST", "/api-keys")).singleElement().asString().contains("feedback:read");
    assertThat(find(Pre.class, find(Secret.class).single()).single().getText())
        .isEqualTo("fbk_live_secret");
    test(find(Button.class).withText("I have kept it").single()).click();
    assertThat(find(Secret.class).all()).isEmpty();
  }

  @Test
  void offersNothingForKeysThatAreOver() {
    keys(
        KEY.formatted(",\"revokedAt\":\"2026-11-02T10:00:00Z\""),
        KEY.formatted(",\"expiresAt\":\"2020-01-01T00:00:00Z\""));

    assertThat(findInView(Row.class).all()).hasSize(2);
    assertThat(findInView(Button.class).withText("Rotate").all()).isEmpty();
  }

  @Test
  void rotatesWithTheOverlapThatIsChosen() {
    keys(KEY.formatted(""));
    API.answer("POST", "/api-keys/k1/rotate", 200, KEY.formatted(",\"apiKey\":\"fbk_live_new\""));

    test(findInView(Button.class).withText("Rotate").single()).click();
    test(find(Button.class).withText("Make new secret").single()).click();
    timePasses();

    assertThat(API.sent("POST", "/api-keys/k1/rotate")).containsExactly("{\"overlapHours\":24}");
    assertThat(find(Secret.class).all()).hasSize(1);
  }

  @Test
  void asksBeforeItRevokes() {
    keys(KEY.formatted(""));
    API.answer("DELETE", "/api-keys/k1", 204, "");

    Button revoke =
        findInView(Button.class).all().stream()
            .filter(button -> button.getAriaLabel().filter("Revoke Warehouse"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    test(revoke).click();
    assertThat(API.sent("DELETE", "/api-keys/k1")).isEmpty();
    test(find(Button.class).withText("Revoke").single()).click();
    timePasses();

    assertThat(API.sent("DELETE", "/api-keys/k1")).hasSize(1);
  }

  @Test
  void leavesRowsAloneWhileNothingChanges() {
    keys(KEY.formatted(""));
    List<Row> rows = findInView(Row.class).all();

    timePasses();
    assertThat(findInView(Row.class).all()).isEqualTo(rows);

    keys();
    timePasses();
    assertThat(findInView(Row.class).all()).isEmpty();
  }
}
