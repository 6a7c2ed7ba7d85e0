package io.feedbackplatform.admin.inbox;

import static io.feedbackplatform.admin.api.FakeApi.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.feedbackplatform.admin.ConsoleTest;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpamViewTest extends ConsoleTest {

  private static final String SPAM =
      feedback("s1", "Buy followers")
          .replace(
              "\"status\":\"new\"",
              "\"status\":\"spam\",\"spam\":{\"score\":60,\"reasons\":[\"known_phrase\",\"too_fast\"]}");

  private void spam(String role, String... items) {
    API.withRole(role).withInbox(feedback("f1", "Good")).withSpam(items);
    navigate(SpamView.class);
    timePasses();
  }

  private List<String> rows() {
    FeedbackGrid grid = find(FeedbackGrid.class).single();
    return IntStream.range(0, test(grid).size())
        .mapToObj(i -> test(grid).getRow(i).feedbackId())
        .toList();
  }

  private void pick() {
    test(find(FeedbackGrid.class).single()).select(0);
  }

  private List<String> said() {
    return find(Notification.class).all().stream()
        .map(note -> note.getElement().getProperty("text", ""))
        .toList();
  }

  @Test
  void showsSpamApartFromTheInboxAndWhyItIs() {
    spam("viewer", SPAM);

    assertThat(rows()).containsExactly("s1");
    pick();
    assertThat(find(ListItem.class, find(FeedbackDetail.class).single()).all())
        .extracting(ListItem::getText)
        .containsExactly(
            "It has a phrase that is sent to everybody",
            "It was sent sooner than a person reads the form",
            "Score: 60 of 100 (spam from 50 on)");
  }

  @Test
  void saysWhenThereIsNone() {
    spam("viewer");

    assertThat(findInView(H2.class).single().getText()).isEqualTo("No spam");
  }

  @Test
  void movesToTheInboxWhatIsNone() {
    spam("agent", SPAM);
    API.answer("PATCH", "/feedback/s1", 200, feedback("s1", "Buy followers"));

    pick();
    API.withSpam();
    test(find(Button.class).withText("Not spam").single()).click();
    timePasses();
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/s1")).containsExactly("{\"status\":\"new\"}");
    assertThat(said()).containsExactly("Moved to the inbox.");
    assertThat(find(FeedbackDetail.class).all()).isEmpty();
    assertThat(findInView(H2.class).single().getText()).isEqualTo("No spam");
  }

  @Test
  void movesSpamOutOfTheInbox() {
    API.withRole("agent").withInbox(feedback("f2", "Bad"), feedback("f1", "Good"));
    API.answer("PATCH", "/feedback/f2", 200, SPAM);
    timePasses();

    pick();
    API.withInbox(feedback("f1", "Good"));
    test(find(Button.class).withText("Spam").single()).click();
    timePasses();
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/f2")).containsExactly("{\"status\":\"spam\"}");
    assertThat(said()).containsExactly("Moved to spam.");
    assertThat(rows()).containsExactly("f1");
  }

  @Test
  void offersNothingToWhoOnlyReads() {
    spam("viewer", SPAM);
    pick();
    assertThat(find(Button.class).withText("Not spam").all()).isEmpty();

    spam("agent", SPAM);
    pick();
    assertThat(find(Button.class).withText("Not spam").all()).hasSize(1);
  }

  @Test
  void saysWhyItCouldNotBeMoved() {
    spam("agent", SPAM);
    API.answer(
        "PATCH",
        "/feedback/s1",
        403,
        "{\"status\":403,\"code\":\"tenant_suspended\",\"detail\":\"This tenant is suspended.\"}");

    pick();
    test(find(Button.class).withText("Not spam").single()).click();
    timePasses();

    assertThat(said()).containsExactly("This tenant is suspended.");
    assertThat(find(Button.class).withText("Not spam").single().isEnabled()).isTrue();
  }

  @Test
  void marksWhatCameBeyondTheQuota() {
    API.withRole("viewer")
        .withInbox(
            feedback("f2", "Much").replace("\"status\"", "\"overQuota\":true,\"status\""),
            feedback("f1", "Good"));
    timePasses();

    pick();
    assertThat(find(Span.class, find(FeedbackDetail.class).single()).withText("Over quota").all())
        .hasSize(1);
    test(find(FeedbackGrid.class).single()).select(1);
    assertThat(find(Span.class, find(FeedbackDetail.class).single()).withText("Over quota").all())
        .isEmpty();
  }
}
