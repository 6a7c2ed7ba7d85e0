package io.feedbackplatform.admin.inbox;

import static io.feedbackplatform.admin.api.FakeApi.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBoxBase.CustomValueSetEvent;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.Mood;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TriageTest extends ConsoleTest {
  private static final String JUDGED =
      feedback("f1", "A great shop, but slow. Greatest!")
          .replace(
              "\"sentiment\":\"positive\"",
              "\"sentiment\":\"positive\",\"sentimentSource\":\"lexicon\","
                  + "\"sentimentWords\":[\"great\",\"slow\"],\"tags\":[\"checkout\"]");
  private static final String CORRECTED =
      feedback("f1", "A great shop, but slow. Greatest!")
          .replace(
              "\"sentiment\":\"positive\"",
              "\"sentiment\":\"negative\",\"sentimentSource\":\"person\",\"tags\":[\"checkout\"]");

  private void opens(String role, String item) {
    API.withRole(role)
        .withInbox(item)
        .answer(
            "GET",
            "/analytics/tags",
            200,
            """
            {"from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z",
             "names":2,"complete":true,"items":[{"name":"delivery","totalFeedback":2},
              {"name":"checkout","totalFeedback":1}]}
            """);
    timePasses();
    test(find(FeedbackGrid.class).single()).select(0);
    timePasses();
  }

  private FeedbackDetail detail() {
    return find(FeedbackDetail.class).single();
  }

  @SuppressWarnings("unchecked")
  private MultiSelectComboBox<String> picker() {
    return find(MultiSelectComboBox.class, detail()).single();
  }

  private Button button(String text) {
    return find(Button.class, detail()).withText(text).single();
  }

  private List<String> chips() {
    return find(Span.class, detail()).withClassName("chip").all().stream()
        .map(Span::getText)
        .toList();
  }

  private String said() {
    return find(Notification.class).single().getElement().getProperty("text", "");
  }

  @Test
  void marksTheWordsThatDecidedAndSaysWhoJudged() {
    opens("viewer", JUDGED);

    assertThat(detail().getElement().getOuterHTML())
        .contains("<mark class=\"mood-positive\">great</mark> shop, but")
        .contains("<mark class=\"mood-positive\">slow</mark>. Greatest!");
    assertThat(detail().getElement().getTextRecursively())
        .contains("Judged by the platform's word lists. These words decided:");
    assertThat(chips()).contains("great", "slow");
    assertThat(find(Anchor.class, detail()).withClassName("chip").single().getHref())
        .isEqualTo("./?tag=checkout");
  }

  @Test
  void saysWhereTheRatingOutweighedTheWords() {
    opens("viewer", JUDGED.replace("[\"great\",\"slow\"]", "[]"));

    assertThat(detail().getElement().getTextRecursively())
        .contains("No word of the message speaks for this mood; the rating decided.");
  }

  @Test
  void showsWhoOnlyReadsTheTagsButNoMeansToChangeAnything() {
    opens("viewer", JUDGED);
    assertThat(find(MultiSelectComboBox.class, detail()).all()).isEmpty();
    assertThat(find(Button.class, detail()).withText("Negative").all()).isEmpty();

    opens("agent", JUDGED);
    assertThat(picker().getValue()).containsExactly("checkout");
    assertThat(button("Negative").isVisible()).isTrue();
  }

  @Test
  void correctsTheMood() {
    opens("agent", JUDGED);
    assertThat(button("Positive").getElement().getAttribute("aria-pressed")).isEqualTo("true");
    API.answer("PATCH", "/feedback/f1", 200, CORRECTED).withInbox(CORRECTED);

    test(button("Negative")).click();
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/f1")).containsExactly("{\"sentiment\":\"negative\"}");
    assertThat(find(Mood.class, detail()).single().getText()).isEqualTo("Negative");
    assertThat(button("Negative").getElement().getAttribute("aria-pressed")).isEqualTo("true");
    assertThat(detail().getElement().getTextRecursively())
        .contains("Somebody of your team said so.");
    assertThat(test(find(FeedbackGrid.class).single()).getRow(0).isCorrected()).isTrue();
    assertThat(said()).isEqualTo("The mood is corrected.");
  }

  @Test
  void takesACorrectionBack() {
    opens("agent", CORRECTED);
    API.answer("PATCH", "/feedback/f1", 200, JUDGED).withInbox(JUDGED);

    test(button("Take back")).click();
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/f1")).containsExactly("{\"sentiment\":null}");
    assertThat(find(Mood.class, detail()).single().getText()).isEqualTo("Positive");
    assertThat(find(Button.class, detail()).withText("Take back").all()).isEmpty();
  }

  @Test
  void changesTagsAndSuggestsThoseInUse() {
    opens("agent", JUDGED);
    assertThat(test(picker()).getSuggestionItems()).contains("delivery");
    API.answer("GET", "/feedback/f1", 200, JUDGED)
        .answer(
            "PATCH",
            "/feedback/f1",
            200,
            JUDGED.replace("[\"checkout\"]", "[\"checkout\",\"late\"]"));

    picker().select("late");
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/f1"))
        .containsExactly("{\"tags\":[\"checkout\",\"late\"]}");
    assertThat(picker().getValue()).containsExactlyInAnyOrder("checkout", "late");
  }

  @Test
  void keepsTheTagsThatSomebodyElseGaveMeanwhile() {
    opens("agent", JUDGED);
    String theirs = JUDGED.replace("[\"checkout\"]", "[\"checkout\",\"theirs\"]");
    String both = JUDGED.replace("[\"checkout\"]", "[\"late\",\"theirs\"]");
    API.answer("GET", "/feedback/f1", 200, theirs).answer("PATCH", "/feedback/f1", 200, both);

    picker().setValue(Set.of("late"));
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/f1"))
        .containsExactly("{\"tags\":[\"late\",\"theirs\"]}");
    assertThat(picker().getValue()).containsExactlyInAnyOrder("late", "theirs");
  }

  @Test
  void takesWhatIsTypedForATag() {
    opens("agent", JUDGED);
    API.answer("GET", "/feedback/f1", 200, JUDGED).answer("PATCH", "/feedback/f1", 200, JUDGED);

    ComponentUtil.fireEvent(picker(), new CustomValueSetEvent<>(picker(), true, " Too Late "));
    timePasses();

    assertThat(API.sent("PATCH", "/feedback/f1"))
        .containsExactly("{\"tags\":[\"checkout\",\"too late\"]}");
  }

  @Test
  void showsAgainWhatIsSoWhenAChangeIsRefused() {
    opens("agent", JUDGED);
    API.answer("GET", "/feedback/f1", 200, JUDGED)
        .answer(
            "PATCH",
            "/feedback/f1",
            403,
            "{\"status\":403,\"code\":\"tenant_suspended\",\"detail\":\"This tenant is suspended.\"}");

    picker().select("late");
    timePasses();

    assertThat(said()).isEqualTo("This tenant is suspended.");
    assertThat(picker().getValue()).containsExactly("checkout");
  }

  @Test
  void showsWhatBecameOfItWhileItIsOpen() {
    opens("agent", JUDGED);

    API.withInbox(CORRECTED);
    timePasses();

    assertThat(find(Mood.class, detail()).single().getText()).isEqualTo("Negative");
  }
}
