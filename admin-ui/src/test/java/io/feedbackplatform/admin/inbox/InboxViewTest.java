package io.feedbackplatform.admin.inbox;

import static io.feedbackplatform.admin.api.FakeApi.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.api.Me.Membership;
import io.feedbackplatform.admin.look.Reconnecting;
import io.feedbackplatform.admin.look.SignInAgain;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InboxViewTest extends ConsoleTest {

  private FeedbackGrid grid() {
    return find(FeedbackGrid.class).single();
  }

  private List<String> rows() {
    return IntStream.range(0, test(grid()).size())
        .mapToObj(i -> test(grid()).getRow(i).feedbackId())
        .toList();
  }

  private String notice() {
    return findInView(H2.class).single().getText();
  }

  @Test
  void showsFeedbackNewestFirst() {
    API.withTenants("t1").withInbox(feedback("f2", "newer"), feedback("f1", "older"));

    timePasses();

    assertThat(rows()).containsExactly("f2", "f1");
    assertThat(API.inboxReadsFor("t1")).isOne();
  }

  @Test
  void saysHowToBeginWhenThereIsNoFeedback() {
    API.withTenants("t1").withInbox();

    timePasses();

    assertThat(notice()).isEqualTo("No feedback yet");
  }

  @Test
  void readsOnWhereAPageIsEmptyAndNotTheLast() {
    API.withTenants("t1")
        .page(null, "c1", List.of())
        .page("c1", null, List.of(feedback("f1", "x")));

    timePasses();

    assertThat(rows()).containsExactly("f1");
    assertThat(findInView(H2.class).all()).isEmpty();
  }

  @Test
  void looksFurtherForWhatIsRareAndSaysWhenItFoundNothing() {
    API.withTenants("t1").page(null, "c1", List.of());
    IntStream.range(1, 30).forEach(i -> API.page("c" + i, "c" + (i + 1), List.of()));
    API.page("c30", null, List.of(feedback("f1", "rare")));

    timePasses();
    assertThat(rows()).isEmpty();
    timePasses();
    Button further = find(Button.class).withClassName("further").single();
    assertThat(further.getText()).isEqualTo("Nothing more so far. Look further");
    assertThat(API.readsFrom("c23")).isOne();
    assertThat(API.readsFrom("c24")).isZero();

    test(further).click();
    timePasses();
    assertThat(rows()).containsExactly("f1");
    assertThat(find(Button.class).withClassName("further").all()).isEmpty();
  }

  @Test
  void showsWhatArrivesWithoutLosingTheSelection() {
    API.withTenants("t1").withInbox(feedback("f1", "first"));
    timePasses();
    test(grid()).select(0);

    API.withInbox(feedback("f2", "second"), feedback("f1", "first"));
    timePasses();

    assertThat(rows()).containsExactly("f2", "f1");
    assertThat(grid().asSingleSelect().getValue()).extracting(Feedback::feedbackId).isEqualTo("f1");
    assertThat(find(FeedbackDetail.class).all()).hasSize(1);
    assertThat(grid().getPartNameGenerator().apply(test(grid()).getRow(0))).isEqualTo("arrived");
    assertThat(grid().getPartNameGenerator().apply(test(grid()).getRow(1))).isNull();
  }

  @Test
  void showsMarkupOfAVisitorAsTheTextItIs() {
    String markup = "<img src=x onerror=alert(1)>";
    API.withTenants("t1").withInbox(feedback("f1", markup));
    timePasses();

    test(grid()).select(0);

    FeedbackDetail detail = find(FeedbackDetail.class).single();
    assertThat(find(Paragraph.class, detail).first().getText()).isEqualTo(markup);
    assertThat(detail.getElement().getOuterHTML()).doesNotContain("<img").contains("&lt;img");
    assertThat(find(Anchor.class, detail).single().getElement().getAttribute("rel"))
        .isEqualTo("noopener noreferrer");
  }

  @Test
  void closesTheDetail() {
    API.withTenants("t1").withInbox(feedback("f1", "first"));
    timePasses();
    test(grid()).select(0);

    test(find(Button.class).withClassName("detail-close").single()).click();

    assertThat(find(FeedbackDetail.class).all()).isEmpty();
    assertThat(grid().getSelectedItems()).isEmpty();
  }

  @Test
  void readsOlderFeedbackOnlyWhenItIsReached() {
    List<String> first =
        IntStream.range(0, FeedbackView.PAGE).mapToObj(i -> feedback("a" + i, "a")).toList();
    API.withTenants("t1")
        .page(null, "c1", first)
        .page("c1", null, List.of(feedback("b0", "b"), feedback("b1", "b")));

    timePasses();

    assertThat(rows()).hasSize(FeedbackView.PAGE + 2).endsWith("b0", "b1");
    assertThat(API.readsFrom("c1")).isOne();
  }

  @Test
  void saysThatItReconnectsAndGoesOnByItself() {
    API.withTenants("t1").withInbox(feedback("f1", "first"));
    timePasses();

    API.down();
    timePasses();
    assertThat(find(Reconnecting.class).single().isVisible()).isTrue();
    assertThat(rows()).containsExactly("f1");

    API.reset();
    API.withTenants("t1").withInbox(feedback("f2", "second"), feedback("f1", "first"));
    timePasses();
    assertThat(find(Reconnecting.class).all()).isEmpty();
    assertThat(rows()).containsExactly("f2", "f1");
  }

  @Test
  void offersToTryAgainWhenNothingCouldBeShownYet() {
    API.down();
    timePasses();
    assertThat(notice()).isEqualTo("Your feedback cannot be shown right now");

    API.reset();
    API.withTenants("t1").withInbox(feedback("f1", "first"));
    test(findInView(Button.class).withText("Try again").single()).click();
    timePasses();

    assertThat(rows()).containsExactly("f1");
  }

  @Test
  void asksForANewSignInWhenTheOldOneHasEnded() {
    API.withTenants("t1").withInbox(feedback("f1", "first"));
    timePasses();

    API.rejectsTokens();
    timePasses();

    assertThat(find(SignInAgain.class).all()).hasSize(1);
    assertThat(readsWaiting()).isZero();
  }

  @Test
  void opensTheFeedbackThatTheAddressNames() {
    API.withTenants("t1")
        .withInbox(feedback("f1", "first"))
        .withItem("f7", feedback("f7", "long ago"));

    UI.getCurrent().navigate("", QueryParameters.of("feedback", "f7"));
    timePasses();

    assertThat(find(Paragraph.class, find(FeedbackDetail.class).single()).first().getText())
        .isEqualTo("long ago");
  }

  @Test
  @SuppressWarnings("unchecked")
  void switchesBetweenTheTenantsOfTheUser() {
    API.withTenants("t1", "t2").withInbox(feedback("f1", "first"));
    timePasses();
    Select<Membership> tenants = find(Select.class).single();
    assertThat(tenants.getValue().tenantId()).isEqualTo("t1");

    test(tenants).selectItem("Tenant t2");
    timePasses();

    assertThat(API.inboxReadsFor("t2")).isPositive();
  }

  @Test
  void stopsReadingWhenTheViewIsLeft() {
    API.withTenants("t1").withInbox(feedback("f1", "first")).withFigures(3);
    timePasses();
    int before = API.inboxReadsFor("t1");

    navigate("dashboard", Component.class);
    timePasses();
    timePasses();

    assertThat(API.inboxReadsFor("t1")).isEqualTo(before);
  }
}
