package io.feedbackplatform.admin.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.api.Me.Membership;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Two tabs of one browser, side by side. */
class TabsTest extends ConsoleTest {

  private static final String KEY =
      """
      {"keyId":"k1","name":"Warehouse","scopes":["feedback:read"],"createdAt":"2026-11-01T10:00:00Z",
       "createdBy":"u1","apiKey":"fbk_live_secret"}\
      """;

  private static void ownerOf(String... tenants) {
    API.answer(
            "GET",
            "/me",
            200,
            Stream.of(tenants)
                .map(
                    "{\"tenantId\":\"%1$s\",\"name\":\"Tenant %1$s\",\"role\":\"owner\"}"
                        ::formatted)
                .collect(
                    Collectors.joining(
                        ",", "{\"userId\":\"u1\",\"username\":\"mara\",\"tenants\":[", "]}")))
        .answer("GET", "/api-keys", 200, "{\"items\":[]}")
        .answer("POST", "/api-keys", 201, KEY);
  }

  private void opens(UI tab) {
    UI.setCurrent(tab);
    navigate("api-keys", Component.class);
    timePasses();
  }

  @SuppressWarnings("unchecked")
  private void chooses(UI tab, String name) {
    UI.setCurrent(tab);
    test((Select<Object>) find(Select.class).single()).selectItem(name);
    timePasses();
  }

  @SuppressWarnings("unchecked")
  private void createsAKey(UI tab) {
    UI.setCurrent(tab);
    test(findInView(Button.class).withText("New key").single()).click();
    test(find(TextField.class).single()).setValue("Warehouse");
    CheckboxGroup<String> scopes = find(CheckboxGroup.class).single();
    scopes.setValue(Set.of("feedback:read"));
    test(find(Button.class).withText("Create key").single()).click();
    timePasses();
  }

  @Test
  void changesTheTenantOnScreenWhateverAnotherTabShows() {
    ownerOf("northwind", "fabrikam");
    UI one = UI.getCurrent();
    UI other = anotherTab();
    opens(one);
    opens(other);
    chooses(other, "Tenant fabrikam");

    createsAKey(one);
    assertThat(API.tenantsSent("POST", "/api-keys")).containsExactly("northwind");

    createsAKey(other);
    assertThat(API.tenantsSent("POST", "/api-keys")).containsExactly("northwind", "fabrikam");
  }

  @Test
  void goesOnReadingTheTenantOnScreen() {
    ownerOf("northwind", "fabrikam");
    UI one = UI.getCurrent();
    opens(one);
    UI other = anotherTab();
    opens(other);
    chooses(other, "Tenant fabrikam");
    UI.setCurrent(other);
    navigate("", Component.class);
    API.forgetRequests();

    timePasses();

    assertThat(API.tenantsSent("GET", "/api-keys")).containsOnly("northwind");
    UI.setCurrent(one);
    assertThat(chosen()).isEqualTo("northwind");
  }

  @Test
  void beginsWithTheLastChoice() {
    ownerOf("northwind", "fabrikam");
    opens(UI.getCurrent());
    chooses(UI.getCurrent(), "Tenant fabrikam");

    opens(anotherTab());

    assertThat(chosen()).isEqualTo("fabrikam");
  }

  @Test
  void staysWithATenantThatIsLostUntilAnotherIsChosen() {
    ownerOf("northwind", "fabrikam");
    opens(UI.getCurrent());
    ownerOf("fabrikam");
    API.forgetRequests();

    timePasses();

    assertThat(API.tenantsSent("GET", "/api-keys")).containsOnly("northwind");
    assertThat(find(Span.class).withText("Tenant northwind").all()).isEmpty();
    assertThat(find(Select.class).single().getValue()).isNull();

    chooses(UI.getCurrent(), "Tenant fabrikam");
    createsAKey(UI.getCurrent());
    assertThat(API.tenantsSent("POST", "/api-keys")).containsExactly("fabrikam");
  }

  @SuppressWarnings("unchecked")
  private String chosen() {
    return ((Select<Membership>) find(Select.class).single()).getValue().tenantId();
  }
}
