package io.feedbackplatform.admin.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.ConsoleTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageViewTest extends ConsoleTest {

  private void usage(long used, int seats) {
    API.withRole("viewer")
        .answer(
            "GET",
            "/usage",
            200,
            """
            {"plan":"pro","limits":{"requestsPerSecond":50,"burst":100,"keyRequestsPerSecond":10,"keyBurst":20},
             "feedback":{"month":"2026-11","used":%d,"quota":1000,"percentage":0},
             "seats":{"used":%d,"limit":5},"notices":[]}\
            """
                .formatted(used, seats));
    navigate(UsageView.class);
    timePasses();
  }

  private List<String> warnings() {
    return findInView(Paragraph.class).withClassName("warning").all().stream()
        .map(Paragraph::getText)
        .toList();
  }

  @Test
  void showsWhatIsUsedOfThePlan() {
    usage(420, 3);

    assertThat(findInView(Span.class).all())
        .extracting(Span::getText)
        .contains("pro plan", "420", "of 1,000", "3", "of 5", "50", "up to 100 at once", "10");
    assertThat(warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "799, 3, ''",
    "800, 3, has reached 80 %",
    "999, 3, has reached 99 %",
    "1000, 3, is used up (100 %)",
    "1500, 3, is used up (150 %)",
    "1, 5, All seats are taken"
  })
  void warnsBeforeALimitAndBeyondIt(long used, int seats, String words) {
    usage(used, seats);

    if (words.isEmpty()) {
      assertThat(warnings()).isEmpty();
    } else {
      assertThat(warnings()).singleElement().asString().contains(words);
    }
  }
}
