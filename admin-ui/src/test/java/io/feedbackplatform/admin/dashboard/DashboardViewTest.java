package io.feedbackplatform.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.select.Select;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.Reconnecting;
import java.util.List;
import org.junit.jupiter.api.Test;

class DashboardViewTest extends ConsoleTest {

  private void opens() {
    navigate(DashboardView.class);
    timePasses();
  }

  private List<String> values() {
    return find(Figure.class).all().stream()
        .map(figure -> figure.getElement().getChild(1).getText())
        .toList();
  }

  @Test
  void showsTheFiguresOfTheTenant() {
    API.withTenants("t1").withInbox().withFigures(1234);

    opens();

    assertThat(values()).containsExactly("1,234", "5.00", "100 %");
    assertThat(find(RatingBars.class).single().getElement().getTextRecursively())
        .contains("1234 · 100 %");
  }

  @Test
  void followsTheFiguresAsTheyGrow() {
    API.withTenants("t1").withInbox().withFigures(1);
    opens();

    API.withFigures(2);
    timePasses();

    assertThat(values()).first().isEqualTo("2");
  }

  @Test
  void showsATenantWithoutFeedback() {
    API.withTenants("t1").withInbox().withFigures(0);

    opens();

    assertThat(values()).containsExactly("0", "–", "–");
  }

  @Test
  void saysInATableWhatTheChartShows() {
    API.withTenants("t1").withInbox().withFigures(7);

    opens();

    assertThat(find(TrendTable.class).single().getElement().getTextRecursively())
        .contains("1 Nov 2026")
        .contains("5.00");
    assertThat(find(TrendChart.class).single().getElement().getAttribute("aria-label"))
        .contains("7 pieces of feedback");
  }

  @Test
  void goesByTheClocksOfTheTenant() {
    API.withTenants("t1").withInbox().withFigures(7, "2026-10-31T18:15:00Z", "Asia/Kathmandu");

    opens();

    assertThat(find(TrendTable.class).single().getElement().getTextRecursively())
        .contains("Period (Asia/Kathmandu)")
        .contains("1 Nov 2026");
    assertThat(find(TrendChart.class).single().getElement().getPropertyRaw("data").toString())
        .contains("Asia/Kathmandu");
  }

  @Test
  void drawsWithALibraryThatIsThere() {
    assertThat(getClass().getResource("/META-INF/resources/" + TrendChart.LIBRARY)).isNotNull();
  }

  @Test
  @SuppressWarnings("unchecked")
  void readsOnlyTheRangeThatWasChosenLast() {
    API.withTenants("t1").withInbox().withFigures(7);
    opens();
    int days = API.figureReads("day");

    test(find(Select.class, find(Trend.class).single()).single()).selectItem("Last 48 hours");
    timePasses();
    timePasses();

    assertThat(API.figureReads("hour")).isEqualTo(2);
    assertThat(API.figureReads("day")).isEqualTo(days);
  }

  @Test
  void keepsTheLastFiguresOnScreenWhileItReconnects() {
    API.withTenants("t1").withInbox().withFigures(7);
    opens();

    API.down();
    timePasses();

    assertThat(values()).first().isEqualTo("7");
    assertThat(find(Reconnecting.class).single().isVisible()).isTrue();
  }

  @Test
  void saysWhyThereAreNoFigures() {
    API.down();

    opens();

    assertThat(findInView(H2.class).first().getText())
        .isEqualTo("Your figures cannot be shown right now");
  }
}
