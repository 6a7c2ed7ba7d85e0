package io.feedbackplatform.admin.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import io.feedbackplatform.admin.ConsoleTest;
import io.feedbackplatform.admin.look.InboxLink;
import io.feedbackplatform.admin.look.Reconnecting;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DashboardViewTest extends ConsoleTest {

  private static final String DAYS =
      "\"from\":\"2026-11-01T00:00:00Z\",\"to\":\"2026-12-01T00:00:00Z\",";
  private static final String NONE = "{" + DAYS + "\"names\":0,\"complete\":true,\"items\":[]}";

  private void opens() {
    navigate(DashboardView.class);
    timePasses();
  }

  private List<String> values() {
    return find(Figure.class).all().stream()
        .filter(figure -> figure.isVisible())
        .map(figure -> figure.getElement().getChild(1).getTextRecursively())
        .toList();
  }

  @Test
  void showsTheFiguresOfTheTenant() {
    API.withTenants("t1").withInbox().withFigures(1234);

    opens();

    assertThat(values()).containsExactly("1,234", "5.00", "+42", "100 %", "0 %", "10 %");
    assertThat(find(AnswerBars.class).first().getElement().getTextRecursively())
        .contains("1,234 · 100 %");
  }

  @Test
  void saysHowSureAScoreIsAndWhetherItChanged() {
    API.withTenants("t1").withInbox().withFigures(7);

    opens();

    assertThat(figure("Average rating"))
        .contains("4.25 to 5.00")
        .contains("7 answers")
        .contains("▲ +0.31, significant");
    assertThat(figure("NPS")).contains("−3 to +61").contains("▼ −4.2 points, may be chance");
    assertThat(figure("Positive")).contains("7 pieces").contains("nothing to compare with");
    assertThat(figure("Response rate"))
        .contains("6 % to 16 %")
        .contains("148 opened forms")
        .contains("nothing to compare with");
    assertThat(figure("Feedback")).contains("▼ −3 (−30 %), 10 before");
    assertThat(find(Difference.class).withClassName("difference-bad").single().getText())
        .isEqualTo("▲ +12.0 points, significant");
    assertThat(findInView(Paragraph.class).first().getElement().getTextRecursively())
        .isEqualTo(
            "1 Nov 2026 – 30 Nov 2026, compared with 2 Oct 2026 – 31 Oct 2026. Days of UTC.");
  }

  @Test
  void leadsFromEachNumberToTheFeedbackBehindIt() {
    API.withTenants("t1").withInbox().withFigures(7);

    opens();

    String range = "from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z";
    assertThat(find(InboxLink.class).all())
        .extracting(InboxLink::getHref)
        .contains(
            ".",
            "./?" + range,
            "./?rating=5&" + range,
            "./?rating=1%2C2%2C3%2C4%2C5&" + range,
            "./?nps=0%2C1%2C2%2C3%2C4%2C5%2C6%2C7%2C8%2C9%2C10&" + range,
            "./?sentiment=positive&" + range,
            "./?sentiment=negative&" + range);
  }

  @Test
  void showsWhatTheFeedbackOfThePeriodIsAbout() {
    API.withTenants("t1").withInbox().withFigures(7);
    API.answer(
        "GET",
        "/analytics/categories",
        200,
        """
        {"from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z",
         "names":3,"complete":true,"items":[{"name":"Delivery","totalFeedback":5,
          "scores":{"rating":{"value":2.5,"low":1,"high":4,"n":5}},
          "changes":{"totalFeedback":{"value":5},"rating":{"value":-1,"low":-2,"high":-0.1,"significant":true}},
          "filter":{"category":"Delivery"}}]}
        """);
    API.answer("GET", "/analytics/tags", 200, NONE);

    opens();
    timePasses();

    List<GroupTable> groups = find(GroupTable.class).all();
    assertThat(groups.getFirst().getElement().getTextRecursively())
        .contains("Delivery")
        .contains("2.50")
        .contains("▼ −1.00, significant")
        .contains("And 2 more.");
    assertThat(groups.getLast().getElement().getTextRecursively())
        .contains("No feedback of this period has a tag.");
    assertThat(API.queries("/analytics/categories").getFirst())
        .isEqualTo("from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z&limit=8");
  }

  @Test
  void hasNoThemesAsLongAsTheApiKnowsOfNone() {
    API.withTenants("t1").withInbox().withFigures(7);
    API.answer("GET", "/analytics/themes", 404, "{\"code\":\"not_found\"}");

    opens();
    timePasses();

    assertThat(find(ThemeList.class).all()).isEmpty();
    assertThat(find(Reconnecting.class).all()).isEmpty();
  }

  @Test
  void saysOfWhichDaysGroupsAreWhereTheyAreNotOfTheHoursChosen() {
    API.withTenants("t1").withInbox().withFigures(7, "2026-11-01T10:00:00Z", "UTC");
    API.answer(
        "GET",
        "/analytics/categories",
        200,
        NONE.replace("[]", "[{\"name\":\"Delivery\",\"totalFeedback\":5}]"));
    API.answer("GET", "/analytics/tags", 200, NONE);
    API.answer(
        "GET",
        "/analytics/themes",
        200,
        "{" + DAYS + "\"read\":{\"feedback\":7,\"complete\":true},\"themes\":[]}");

    opens();
    timePasses();

    assertThat(find(GroupTable.class).first().getElement().getTextRecursively())
        .contains("Of whole days: 1 Nov – 30 Nov.");
    assertThat(find(ThemeList.class).single().getElement().getTextRecursively())
        .contains("Of whole days: 1 Nov – 30 Nov.");
  }

  @Test
  @SuppressWarnings("unchecked")
  void keepsTheOrderOfThemesInEveryPeriod() {
    API.withTenants("t1").withInbox().withFigures(7);
    API.answer(
        "GET",
        "/analytics/themes",
        200,
        "{" + DAYS + "\"read\":{\"feedback\":7,\"complete\":true},\"themes\":[]}");
    opens();
    timePasses();
    test(find(Select.class, find(ThemeList.class).single()).single()).selectItem("Rising");
    timePasses();
    API.forgetRequests();

    test(picker("Period")).selectItem("Last 12 months");
    timePasses();
    timePasses();

    assertThat(API.queries("/analytics/themes"))
        .isNotEmpty()
        .allMatch(query -> query.endsWith("order=rising"));
  }

  @Test
  void leadsAwayFromASiteThatIsNotThere() {
    API.withTenants("t1").withInbox().withFigures(7);
    API.answerWhen("siteId", "gone", "/analytics", 404, "{\"code\":\"not_found\"}");
    UI.getCurrent().navigate("dashboard", QueryParameters.simple(Map.of("siteId", "gone")));
    timePasses();
    assertThat(findInView(H2.class).first().getText())
        .isEqualTo("Your figures cannot be shown right now");
    assertThat(picker("Site").getValue()).extracting("name").isEqualTo("Another site");

    picker("Site").setValue(null);
    timePasses();

    assertThat(values()).first().isEqualTo("7");
  }

  @Test
  void keepsItsLinksWhenTheFiguresChangeSoThatTheyKeepTheFocus() {
    API.withTenants("t1").withInbox().withFigures(7);
    opens();
    List<InboxLink> before = find(InboxLink.class).all();

    API.withFigures(8);
    timePasses();

    assertThat(values()).first().isEqualTo("8");
    assertThat(find(InboxLink.class).all()).hasSizeGreaterThan(8).isEqualTo(before);
  }

  @Test
  @SuppressWarnings("unchecked")
  void showsWhatVisitorsTalkAbout() {
    API.withTenants("t1").withInbox().withFigures(7);
    API.answer(
        "GET",
        "/analytics/themes",
        200,
        """
        {"from":"2026-11-01T00:00:00Z","to":"2026-12-01T00:00:00Z",
         "read":{"feedback":2000,"complete":false},"themes":[
          {"term":"late delivery","feedback":12,"share":0.16,"before":3,"trend":"rising",
           "significant":true,"sentimentScore":-0.6,"filter":{"term":"late delivery"}},
          {"term":"coffee","feedback":9,"share":0.1,"before":8,"trend":"steady",
           "significant":false,"sentimentScore":0.5,"filter":{"term":"coffee"}}]}
        """);

    opens();
    timePasses();

    ThemeList themes = find(ThemeList.class).single();
    assertThat(themes.getElement().getTextRecursively())
        .contains("late delivery▲ rising, significant, 3 before12 · 16 %")
        .contains("coffee8 before9 · 10 %")
        .contains("From the newest 2,000 pieces of this period.");
    assertThat(find(InboxLink.class, themes).first().getHref())
        .isEqualTo("./?term=late%20delivery");

    API.forgetRequests();
    test(find(Select.class, themes).single()).selectItem("Rising");
    timePasses();
    assertThat(API.queries("/analytics/themes"))
        .containsOnly(
            "from=2026-11-01T00%3A00%3A00Z&to=2026-12-01T00%3A00%3A00Z&limit=12&order=rising");
  }

  @Test
  void opensWhatTheAddressSaysAndKeepsItThere() {
    API.withTenants("t1").withInbox().withFigures(7);
    API.answer(
        "GET",
        "/sites",
        200,
        """
        {"items":[{"siteId":"s1","name":"Shop","createdAt":"2026-01-01T00:00:00Z"},
                  {"siteId":"s2","name":"Blog","createdAt":"2026-01-01T00:00:00Z"}]}
        """);

    UI.getCurrent()
        .navigate("dashboard", QueryParameters.simple(Map.of("period", "12m", "siteId", "s2")));
    timePasses();

    assertThat(API.queries("/analytics")).containsOnly("granularity=month&siteId=s2");
    assertThat(picker("Site").getValue()).extracting("name").isEqualTo("Blog");
    assertThat(picker("Period").getValue()).isEqualTo(Period.YEAR);
  }

  @Test
  void readsWholeDaysOfTheTenantBack() {
    var evening = Instant.parse("2026-11-20T22:30:00Z");

    assertThat(Period.WEEK.from(evening, ZoneId.of("Asia/Tokyo")))
        .isEqualTo(Instant.parse("2026-11-14T22:30:00Z"));
    assertThat(Period.QUARTER.from(evening, ZoneId.of("Europe/Berlin")))
        .isEqualTo(Instant.parse("2026-08-23T21:30:00Z"));
  }

  private String figure(String name) {
    return find(Figure.class).all().stream()
        .map(figure -> figure.getElement().getTextRecursively())
        .filter(text -> text.startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private Select<Object> picker(String name) {
    return find(Select.class).all().stream()
        .filter(select -> select.getAriaLabel().orElse("").equals(name))
        .findFirst()
        .orElseThrow();
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
  void readsOnlyTheRangeThatWasChosenLast() {
    API.withTenants("t1").withInbox().withFigures(7);
    opens();
    int days = API.figureReads("day");

    test(picker("Period")).selectItem("Last 48 hours");
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
