package io.feedbackplatform.admin.inbox;

import static io.feedbackplatform.admin.api.FakeApi.feedback;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.QueryParameters;
import io.feedbackplatform.admin.ConsoleTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FilterTest extends ConsoleTest {

  @BeforeEach
  void aTenant() {
    API.withTenants("t1")
        .withInbox(feedback("f1", "first"))
        .answer(
            "GET",
            "/sites",
            200,
            "{\"items\":[{\"siteId\":\"s1\",\"name\":\"Shop\",\"createdAt\":\"2026-01-01T00:00:00Z\"}]}")
        .answer("GET", "/settings", 200, "{\"timeZone\":\"Europe/Berlin\"}");
  }

  private void opens(Map<String, String> parameters) {
    UI.getCurrent().navigate("", QueryParameters.simple(parameters));
    timePasses();
    timePasses();
  }

  private List<String> chips() {
    return find(Button.class).withClassName("filter-chip").all().stream()
        .map(Button::getText)
        .toList();
  }

  private List<String> rows() {
    FeedbackGrid grid = find(FeedbackGrid.class).single();
    return IntStream.range(0, test(grid).size())
        .mapToObj(i -> test(grid).getRow(i).feedbackId())
        .toList();
  }

  @Test
  void showsWhatTheAddressAsksForAndSaysSo() {
    API.answerWhen("rating", "4", "/feedback", "{\"items\":[%s]}".formatted(feedback("f4", "x")));

    opens(
        Map.of(
            "rating",
            "4",
            "siteId",
            "s1",
            "from",
            "2026-10-31T23:00:00Z",
            "to",
            "2026-11-30T23:00:00Z",
            "feedback",
            "f1",
            "unheard",
            "of"));

    assertThat(rows()).containsExactly("f4");
    assertThat(chips()).containsExactly("Rating: ★★★★☆", "Site: Shop", "1 Nov 2026 – 30 Nov 2026");
    assertThat(API.queries("/feedback"))
        .contains(
            "limit=50&rating=4&siteId=s1&from=2026-10-31T23%3A00%3A00Z&to=2026-11-30T23%3A00%3A00Z");
  }

  @Test
  void liftsOneRestrictionAndKeepsTheOthers() {
    API.answerWhen("tag", "late", "/feedback", "{\"items\":[%s]}".formatted(feedback("f4", "x")));
    opens(Map.of("tag", "late", "sentiment", "negative"));
    API.forgetRequests();

    test(find(Button.class).withText("Mood: negative").single()).click();
    timePasses();

    assertThat(chips()).containsExactly("Tag: late");
    assertThat(API.queries("/feedback")).containsOnly("limit=50&tag=late");

    test(find(Button.class).withText("Clear all").single()).click();
    timePasses();

    assertThat(find(Button.class).withClassName("filter-chip").all()).isEmpty();
    assertThat(rows()).containsExactly("f1");
  }

  @Test
  void searches() {
    API.answerWhen("q", "late again", "/feedback", "{\"items\":[]}");
    timePasses();

    test(find(TextField.class).withClassName("filter-search").single()).setValue(" late again ");
    timePasses();

    assertThat(chips()).containsExactly("Says “late again”");
    assertThat(findInView(H2.class).single().getText()).isEqualTo("Nothing matches");

    test(find(Button.class).withText("Clear filters").single()).click();
    timePasses();
    assertThat(rows()).containsExactly("f1");
  }

  private static final Map<String, String> AN_HOUR =
      Map.of(
          "from", "2026-11-01T09:00:00Z",
          "to", "2026-11-01T10:00:00Z",
          "rating", "4,5",
          "siteId", "gone");

  private void opensTheDialog() {
    test(find(Button.class).withText("Filter").single()).click();
    timePasses();
  }

  private DatePicker day(String label) {
    return find(DatePicker.class).withCondition(one -> one.getLabel().equals(label)).single();
  }

  @SuppressWarnings("unchecked")
  private Select<String> choice(String label) {
    return find(Select.class).withCondition(one -> label.equals(one.getLabel())).single();
  }

  @Test
  void keepsWhatNobodyTouchedInTheDialogAsItWas() {
    API.answerWhen("from", AN_HOUR.get("from"), "/feedback", "{\"items\":[]}");
    opens(AN_HOUR);
    assertThat(chips()).startsWith("Rating: ★★★★☆ or ★★★★★", "Site: another one");
    opensTheDialog();
    API.forgetRequests();

    choice("Mood").setValue("negative");
    test(find(Button.class).withText("Show").single()).click();
    timePasses();

    assertThat(API.queries("/feedback"))
        .containsOnly(
            "limit=50&sentiment=negative&rating=4%2C5&siteId=gone&from=2026-11-01T09%3A00%3A00Z"
                + "&to=2026-11-01T10%3A00%3A00Z");
  }

  @Test
  void asksForWholeDaysOfTheTenantAndNoneThatEndBeforeTheyBegin() {
    API.answerWhen("from", AN_HOUR.get("from"), "/feedback", "{\"items\":[]}");
    opens(AN_HOUR);
    opensTheDialog();
    API.forgetRequests();

    day("From").setValue(LocalDate.of(2026, 11, 3));
    test(find(Button.class).withText("Show").single()).click();
    assertThat(find(FilterDialog.class).all()).hasSize(1);
    assertThat(day("Until, inclusive").getMin()).isEqualTo(LocalDate.of(2026, 11, 3));

    day("Until, inclusive").setValue(LocalDate.of(2026, 11, 4));
    test(find(Button.class).withText("Show").single()).click();
    timePasses();

    assertThat(API.queries("/feedback"))
        .containsOnly(
            "limit=50&rating=4%2C5&siteId=gone&from=2026-11-02T23%3A00%3A00Z"
                + "&to=2026-11-04T23%3A00%3A00Z");
  }

  @Test
  void readsTheOldListNoMore() {
    API.answerWhen("q", "x", "/feedback", "{\"items\":[]}");
    timePasses();
    opens(Map.of("q", "x"));
    API.forgetRequests();

    timePasses();

    assertThat(API.queries("/feedback")).containsOnly("limit=50&q=x").hasSize(1);
  }

  @Test
  void saysWhatIsWrongWithAnAddress() {
    API.answerWhen(
        "rating", "9", "/feedback", 400, "{\"detail\":\"Send a whole number from 1 to 5.\"}");

    opens(Map.of("rating", "9"));

    assertThat(findInView(H2.class).single().getText())
        .isEqualTo("Your feedback cannot be shown right now");
    assertThat(chips()).containsExactly("Rating: 9");
  }
}
