package io.feedbackplatform.admin.team;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.EmailField;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.CopyButton;
import io.feedbackplatform.admin.look.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class TeamViewTest extends ConsoleTest {

  private static final String INVITATION =
      """
      {"invitationId":"i1","email":"new@example.com","role":"agent","createdAt":"2026-11-01T10:00:00Z",
       "expiresAt":"2026-11-08T10:00:00Z"%s}\
      """;

  private void team(String role, String... invitations) {
    API.withRole(role)
        .answer(
            "GET",
            "/members",
            200,
            """
            {"items":[{"userId":"u1","role":"%s","since":"2026-11-01T10:00:00Z"},
             {"userId":"u2","role":"agent","since":"2026-11-02T10:00:00Z","invitedAs":"ada@example.com"}]}\
            """
                .formatted(role))
        .answer(
            "GET",
            "/members/invitations",
            200,
            "{\"items\":[" + String.join(",", invitations) + "]}");
    navigate(TeamView.class);
    timePasses();
  }

  private List<String> labels() {
    return findInView(Button.class).all().stream()
        .flatMap(button -> button.getAriaLabel().stream())
        .toList();
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
  void showsThoseWhoManageItWhatTheyMayDo() {
    team("owner", INVITATION.formatted(",\"mailedAt\":\"2026-11-01T10:00:01Z\""));

    assertThat(findInView(Row.class).all()).hasSize(3);
    assertThat(labels())
        .contains(
            "Leave the team",
            "Remove ada@example.com",
            "Send again to new@example.com",
            "Revoke the invitation of new@example.com");
    assertThat(findInView(Select.class).all()).hasSize(2);
    assertThat(findInView(Button.class).withText("Invite").all()).hasSize(1);
  }

  @Test
  void showsOthersTheTeamWithoutDeadButtons() {
    team("viewer");

    assertThat(findInView(Row.class).all()).hasSize(2);
    assertThat(labels()).containsExactly("Leave the team");
    assertThat(findInView(Select.class).all()).isEmpty();
    assertThat(findInView(Button.class).withText("Invite").all()).isEmpty();
    assertThat(API.sent("GET", "/members/invitations")).isEmpty();
    assertThat(find(SideNav.class).single().getItems())
        .extracting(SideNavItem::getLabel)
        .contains("Inbox", "Team")
        .doesNotContain("API keys", "Audit");
  }

  @Test
  void invitesByMail() {
    team("admin");
    API.answer(
        "POST",
        "/members/invitations",
        201,
        INVITATION.formatted(",\"mailedAt\":\"2026-11-01T10:00:01Z\",\"token\":\"fbi_secret\""));

    test(findInView(Button.class).withText("Invite").single()).click();
    test(find(EmailField.class).single()).setValue("new@example.com");
    test(find(Button.class).withText("Send invitation").single()).click();
    timePasses();

    assertThat(API.sent("POST", "/members/invitations"))
        .singleElement()
        .asString()
        .contains("\"new@example.com\"")
        .contains("\"agent\"");
    assertThat(find(Dialog.class).all()).isEmpty();
    assertThat(said()).containsExactly("The invitation is on its way to new@example.com.");
  }

  @Test
  void saysInTheDialogWhatIsWrongWithTheAddress() {
    team("admin");
    API.answer(
        "POST",
        "/members/invitations",
        400,
        """
        {"status":400,"code":"validation_failed","detail":"Correct each entry of 'errors'.",
         "errors":[{"field":"email","code":"invalid_email","message":"Send an address like name@example.com."}]}\
        """);

    test(findInView(Button.class).withText("Invite").single()).click();
    test(find(Button.class).withText("Send invitation").single()).click();
    timePasses();

    assertThat(find(Paragraph.class).withClassName("dialog-trouble").single().getText())
        .isEqualTo("Send an address like name@example.com.");
    assertThat(find(Button.class).withText("Send invitation").single().isEnabled()).isTrue();
  }

  @Test
  void offersTheLinkWhenTheMailWasNotSent() {
    team("admin", INVITATION.formatted(""));
    API.answer(
        "POST",
        "/members/invitations/i1/resend",
        200,
        INVITATION.formatted(",\"token\":\"fbi_secret\""));

    test(labelled("Send again to new@example.com")).click();
    timePasses();

    assertThat(find(CopyButton.class).single().getText()).isEqualTo("Copy link");
    assertThat(said()).isEmpty();
  }

  @Test
  void explainsWhyTheLastOwnerStays() {
    team("owner");
    API.answer(
        "DELETE",
        "/members/u1",
        409,
        """
        {"status":409,"code":"last_owner","detail":"This is the only owner. Make another member an owner first."}\
        """);

    test(labelled("Leave the team")).click();
    assertThat(API.sent("DELETE", "/members/u1")).isEmpty();
    test(find(Button.class).withText("Leave").single()).click();
    timePasses();

    assertThat(said())
        .containsExactly("This is the only owner. Make another member an owner first.");
    assertThat(findInView(Row.class).all()).hasSize(2);
  }

  @Test
  void removesNobodyUnasked() {
    team("owner");
    API.answer("DELETE", "/members/u2", 204, "");

    test(labelled("Remove ada@example.com")).click();
    test(find(Button.class).withText("Cancel").single()).click();
    timePasses();
    assertThat(API.sent("DELETE", "/members/u2")).isEmpty();

    test(labelled("Remove ada@example.com")).click();
    test(find(Button.class).withText("Remove").single()).click();
    timePasses();
    assertThat(API.sent("DELETE", "/members/u2")).hasSize(1);
  }

  @Test
  void takesTheTeamOffTheScreenOfWhoIsOut() {
    team("viewer");
    API.answer(
        "GET",
        "/members",
        403,
        "{\"status\":403,\"code\":\"forbidden\",\"detail\":\"You are no member of this tenant.\"}");

    timePasses();

    assertThat(findInView(Row.class).all()).isEmpty();
    assertThat(findInView(H2.class).single().getText()).isEqualTo("This cannot be shown right now");
  }

  @Test
  void leavesRowsAloneWhileNothingChanges() {
    team("owner");
    List<Row> rows = findInView(Row.class).all();

    timePasses();
    assertThat(findInView(Row.class).all()).isEqualTo(rows);

    API.answer("GET", "/members", 200, "{\"items\":[]}");
    timePasses();
    assertThat(findInView(Row.class).all()).isEmpty();
  }

  @Test
  @SuppressWarnings("unchecked")
  void showsTheRoleThatIsWhenAnotherWasRefused() {
    team("owner");
    API.answer(
        "PATCH",
        "/members/u2",
        403,
        "{\"status\":403,\"code\":\"role_too_low\",\"detail\":\"This takes the role owner.\"}");
    test((Select<String>) roles().getLast()).selectItem("Admin");
    assertThat(roles().getLast().getValue()).isEqualTo("admin");

    timePasses();
    timePasses();

    assertThat(said()).containsExactly("This takes the role owner.");
    assertThat(roles().getLast().getValue()).isEqualTo("agent");
  }

  @SuppressWarnings("rawtypes")
  private List<Select> roles() {
    return findInView(Select.class).all();
  }
}
