package io.feedbackplatform.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.Row;
import java.util.List;
import org.junit.jupiter.api.Test;

class AuditViewTest extends ConsoleTest {

  private static final String ENTRY =
      """
      {"sequence":%d,"at":"2026-11-01T10:00:00Z","actor":{"kind":"person","id":"u1","address":"203.0.113.7"},
       "operation":"invitation_created","target":{"kind":"invitation","id":"i1"},"fields":["email"]}\
      """;

  private void audit(String more) {
    API.withRole("owner")
        .answer("GET", "/members", 200, "{\"items\":[]}")
        .answer("GET", "/audit", 200, "{\"items\":[" + ENTRY.formatted(7) + "]" + more + "}");
    navigate(AuditView.class);
    timePasses();
  }

  @Test
  void readsOlderEntriesOnDemand() {
    audit(",\"lastKey\":\"c1\"");
    assertThat(findInView(Row.class).all()).hasSize(1);

    API.answerFrom("c1", "/audit", "{\"items\":[" + ENTRY.formatted(6) + "]}");
    test(findInView(Button.class).withText("Older entries").single()).click();
    timePasses();

    assertThat(findInView(Row.class).all()).hasSize(2);
    assertThat(findInView(Button.class).withText("Older entries").all()).isEmpty();
  }

  @Test
  void saysWhyItIsClosed() {
    API.withRole("viewer")
        .answer("GET", "/members", 200, "{\"items\":[]}")
        .answer(
            "GET",
            "/audit",
            403,
            "{\"status\":403,\"code\":\"role_too_low\",\"detail\":\"This takes the role admin.\"}");
    navigate(AuditView.class);
    timePasses();

    assertThat(findInView(H2.class).single().getText()).isEqualTo("This cannot be shown right now");
    assertThat(findInView(Row.class).all()).isEmpty();
  }

  @Test
  void keepsOlderEntriesWhileNothingNewerComes() {
    audit(",\"lastKey\":\"c1\"");
    API.answerFrom("c1", "/audit", "{\"items\":[" + ENTRY.formatted(6) + "]}");
    test(findInView(Button.class).withText("Older entries").single()).click();
    timePasses();

    timePasses();

    assertThat(findInView(Row.class).all()).hasSize(2);
  }

  @Test
  void leavesNoGapWhenSomethingNewerComesMeanwhile() {
    audit(",\"lastKey\":\"c1\"");
    API.answer(
            "GET",
            "/audit",
            200,
            "{\"items\":["
                + ENTRY.formatted(9)
                + ","
                + ENTRY.formatted(8)
                + "],\"lastKey\":\"c2\"}")
        .answerFrom("c1", "/audit", "{\"items\":[" + ENTRY.formatted(6) + "]}")
        .answerFrom("c2", "/audit", "{\"items\":[" + ENTRY.formatted(7) + "]}");

    // The newest entries are read before the older ones, for they have waited longer.
    test(findInView(Button.class).withText("Older entries").single()).click();
    timePasses();
    assertThat(numbers()).containsExactly("#9", "#8");

    test(findInView(Button.class).withText("Older entries").single()).click();
    timePasses();
    assertThat(numbers()).containsExactly("#9", "#8", "#7");
  }

  private List<String> numbers() {
    return findInView(Span.class).withClassName("row-number").all().stream()
        .map(Span::getText)
        .toList();
  }
}
