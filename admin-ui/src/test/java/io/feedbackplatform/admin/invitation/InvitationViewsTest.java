package io.feedbackplatform.admin.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.api.Me;
import java.util.List;
import org.junit.jupiter.api.Test;

class InvitationViewsTest extends ConsoleTest {

  private static final Me MARA = new Me("u1", "mara", List.of());

  private String title() {
    return findInView(H1.class).single().getText();
  }

  @Test
  void asksWhoHasALinkToSignIn() {
    var view = navigate(AcceptInvitationView.class);

    view.show(true);
    assertThat(findInView(Anchor.class).single().getHref()).isEqualTo("invitations/confirm");

    view.show(false);
    assertThat(title()).isEqualTo("This link is not complete");
    assertThat(findInView(Anchor.class).all()).isEmpty();
  }

  @Test
  void joinsNobodyWhoHasNotAccepted() {
    API.withRole("agent")
        .answer("POST", "/invitations/accept", 200, "{\"tenantId\":\"t1\",\"role\":\"agent\"}");
    var view = navigate(ConfirmInvitationView.class);
    view.offer(MARA, "fbi_token");
    assertThat(API.sent("POST", "/invitations/accept")).isEmpty();

    test(findInView(Button.class).withText("Accept the invitation").single()).click();
    timePasses();

    assertThat(API.sent("POST", "/invitations/accept"))
        .containsExactly("{\"token\":\"fbi_token\"}");
    assertThat(title()).isEqualTo("Welcome to Tenant t1");
  }

  @Test
  void saysWhyALinkIsVoid() {
    API.withRole("agent")
        .answer(
            "POST",
            "/invitations/accept",
            410,
            "{\"status\":410,\"code\":\"invitation_invalid\",\"detail\":\"This invitation is not open.\"}");
    var view = navigate(ConfirmInvitationView.class);
    view.offer(MARA, "fbi_token");

    test(findInView(Button.class).withText("Accept the invitation").single()).click();
    timePasses();

    assertThat(title()).isEqualTo("You could not join");
    assertThat(findInView(Paragraph.class).single().getText())
        .isEqualTo("This invitation is not open.");
    assertThat(emptiesThePocket()).isTrue();
  }

  @Test
  void keepsALinkThatIsNotVoid() {
    API.withRole("agent")
        .answer(
            "POST",
            "/invitations/accept",
            403,
            "{\"status\":403,\"code\":\"tenant_suspended\",\"detail\":\"This tenant is suspended.\"}");
    var view = navigate(ConfirmInvitationView.class);
    view.offer(MARA, "fbi_token");

    test(findInView(Button.class).withText("Accept the invitation").single()).click();
    timePasses();

    assertThat(title()).isEqualTo("You could not join");
    assertThat(emptiesThePocket()).isFalse();
  }

  private static boolean emptiesThePocket() {
    return UI.getCurrent().getInternals().dumpPendingJavaScriptInvocations().stream()
        .anyMatch(call -> call.getInvocation().getExpression().contains("removeItem"));
  }
}
