package io.feedbackplatform.admin.sites;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.RouterLink;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.Row;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SitesViewTest extends ConsoleTest {

  private static final String SITE =
      """
      {"siteId":"s1","name":"Shop","origins":["https://shop.example.com","https://*.example.org"],
       "challenge":"none","createdAt":"2026-11-01T10:00:00Z","theme":{},"strings":{}}\
      """;
  private static final String BARE =
      SITE.replace("\"https://shop.example.com\",\"https://*.example.org\"", "");
  private static final String KEY = "{\"siteKey\":\"%s\",\"createdAt\":\"2026-11-01T10:00:00Z\"%s}";
  private static final String REPLACED =
      ",\"endsAt\":\"2026-11-03T10:00:00Z\",\"replacedBy\":\"fbpk_NEW\"";

  private void sites(String role, String... sites) {
    API.withRole(role).answer("GET", "/sites", 200, items(sites));
    navigate(SitesView.class);
    timePasses();
  }

  private void site(String role, String site, String... keys) {
    API.withRole(role)
        .answer("GET", "/sites/s1", 200, site)
        .answer("GET", "/sites/s1/keys", 200, items(keys));
    navigate(SiteView.class, Map.of(SiteView.ID, "s1"));
    timePasses();
  }

  private static String items(String... items) {
    return "{\"items\":[" + String.join(",", items) + "]}";
  }

  private List<String> buttons() {
    return findInView(Button.class).all().stream().map(Button::getText).toList();
  }

  private Button labelled(String label) {
    return findInView(Button.class).all().stream()
        .filter(button -> button.getAriaLabel().filter(label::equals).isPresent())
        .findFirst()
        .orElseThrow();
  }

  private List<String> said() {
    return find(Notification.class).all().stream()
        .map(note -> note.getElement().getProperty("text", ""))
        .toList();
  }

  @Test
  void listsTheSitesAndLeadsToEach() {
    sites("viewer", SITE);

    assertThat(findInView(RouterLink.class).single().getHref()).isEqualTo("sites/s1");
    assertThat(findInView(Row.class).all()).hasSize(1);
  }

  @Test
  void offersWhoManagesTheTenantAloneToAddOne() {
    sites("agent");
    assertThat(findInView(H2.class).single().getText()).isEqualTo("No sites yet");
    assertThat(buttons()).doesNotContain("New site");

    sites("admin");
    assertThat(buttons()).contains("New site");
  }

  @Test
  void makesASiteWithItsFirstKeyAndShowsIt() {
    sites("admin");
    API.answer("POST", "/sites", 201, SITE)
        .answer("POST", "/sites/s1/keys", 201, KEY.formatted("fbpk_1", ""))
        .answer("GET", "/sites/s1", 200, SITE)
        .answer("GET", "/sites/s1/keys", 200, items(KEY.formatted("fbpk_1", "")));

    test(findInView(Button.class).withText("New site").single()).click();
    test(find(TextField.class).single()).setValue("Shop");
    test(find(TextArea.class).single())
        .setValue(" https://shop.example.com \n\nhttps://*.example.org");
    test(find(Button.class).withText("Create site").single()).click();
    timePasses();
    assertThat(find(SiteView.class).all()).hasSize(1);
    timePasses();
    timePasses();

    assertThat(API.sent("POST", "/sites"))
        .singleElement()
        .asString()
        .contains("\"name\":\"Shop\"")
        .contains("[\"https://shop.example.com\",\"https://*.example.org\"]")
        .contains("\"challenge\":\"none\"")
        .contains("\"question\":\"rating\"");
    assertThat(API.sent("POST", "/sites/s1/keys")).hasSize(1);
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(findInView(Pre.class).single().getText()).contains("data-site-key=\"fbpk_1\"");
  }

  @SuppressWarnings("unchecked")
  private static Select<String> questionOf(List<Select> all) {
    return all.stream()
        .filter(select -> "The form asks".equals(select.getLabel()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void saysInTheDialogWhichOriginIsNone() {
    site("admin", SITE);
    API.answer(
        "PATCH",
        "/sites/s1",
        400,
        """
        {"status":400,"code":"validation_failed","detail":"Correct each entry of 'errors'.",
         "errors":[{"field":"origins","code":"invalid_origin","message":"Send origins like https://www.example.com."}]}\
        """);

    test(findInView(Button.class).withText("Edit").single()).click();
    assertThat(find(TextArea.class).single().getValue())
        .isEqualTo("https://shop.example.com\nhttps://*.example.org");
    find(Checkbox.class).single().setValue(true);
    questionOf(find(Select.class).all()).setValue("nps");
    test(find(Button.class).withText("Save").single()).click();
    timePasses();

    assertThat(API.sent("PATCH", "/sites/s1"))
        .singleElement()
        .asString()
        .contains("proof_of_work", "\"question\":\"nps\"");
    assertThat(find(Paragraph.class).withClassName("dialog-trouble").single().getText())
        .isEqualTo("Send origins like https://www.example.com.");
    assertThat(find(Button.class).withText("Save").single().isEnabled()).isTrue();
  }

  @Test
  void showsTheTagWithTheNewestKeyThatIsNotReplaced() {
    site("viewer", SITE, KEY.formatted("fbpk_OLD", REPLACED), KEY.formatted("fbpk_NEW", ""));

    assertThat(findInView(Pre.class).single().getText())
        .contains("data-site-key=\"fbpk_NEW\"")
        .contains("src=\"https://widget.example.com/widget/v1/widget.js\"")
        .contains("data-api=\"https://api.example.com/prod\"");
    assertThat(findInView(Row.class).all()).hasSize(2);
  }

  @Test
  void showsWhoOnlyReadsNoActions() {
    site("agent", SITE, KEY.formatted("fbpk_1", ""));

    assertThat(buttons()).containsExactly("Copy tag");

    site("owner", SITE, KEY.formatted("fbpk_1", ""));
    assertThat(buttons()).contains("Edit", "New key", "Rotate");
  }

  @Test
  void warnsWhenNoOriginIsAllowed() {
    site("viewer", BARE);

    assertThat(findInView(Paragraph.class).withClassName("warning").all()).hasSize(1);
    assertThat(findInView(Pre.class).all()).isEmpty();
  }

  @Test
  void replacesAKeyWithTheOverlapThatIsChosen() {
    site("admin", SITE, KEY.formatted("fbpk_1", ""));
    API.answer("POST", "/sites/s1/keys/fbpk_1/rotate", 200, KEY.formatted("fbpk_2", ""));

    test(findInView(Button.class).withText("Rotate").single()).click();
    test(find(Button.class).withText("Make new key").single()).click();
    timePasses();

    assertThat(API.sent("POST", "/sites/s1/keys/fbpk_1/rotate"))
        .containsExactly("{\"overlapHours\":24}");
    assertThat(said()).containsExactly("The new key is ready, and in the tag.");
  }

  @Test
  void leavesRowsAloneWhileNothingChanges() {
    site("admin", SITE, KEY.formatted("fbpk_1", ""));
    Row row = findInView(Row.class).single();

    timePasses();
    assertThat(findInView(Row.class).single()).isSameAs(row);

    API.answer(
        "GET",
        "/sites/s1/keys",
        200,
        items(KEY.formatted("fbpk_1", REPLACED), KEY.formatted("fbpk_NEW", "")));
    timePasses();
    assertThat(findInView(Row.class).all()).hasSize(2);
  }

  @Test
  void asksBeforeItEndsAKey() {
    site("admin", SITE, KEY.formatted("fbpk_1", ""));
    API.answer("DELETE", "/sites/s1/keys/fbpk_1", 204, "");

    test(labelled("End fbpk_1")).click();
    assertThat(API.sent("DELETE", "/sites/s1/keys/fbpk_1")).isEmpty();
    test(find(Button.class).withText("End key").single()).click();
    timePasses();

    assertThat(API.sent("DELETE", "/sites/s1/keys/fbpk_1")).hasSize(1);
  }

  @Test
  void saysWhyASuspendedTenantGetsNoKey() {
    site("admin", SITE);
    API.answer(
        "POST",
        "/sites/s1/keys",
        403,
        "{\"status\":403,\"code\":\"tenant_suspended\",\"detail\":\"This tenant is suspended.\"}");

    test(findInView(Button.class).withText("New key").single()).click();
    timePasses();

    assertThat(said()).containsExactly("This tenant is suspended.");
  }
}
