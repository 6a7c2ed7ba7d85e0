package io.feedbackplatform.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CostPageTest {

  private static final Path PAGE = Path.of("../docs/cost.md");

  private final CostPage page = new CostPage(Prices.load(), measured());

  @Test
  void saysWhatTheModelComputes() throws IOException {
    var written = Files.readString(PAGE);

    assertThat(written).contains("<!-- table: levels -->").isEqualTo(page.rewritten(written));
  }

  @Test
  void staysWithinTheGoals() {
    assertThat(page.bill(Front.REST, Usages.AS_USED, CostPage.MOST, true).total())
        .isLessThanOrEqualTo(150);
    assertThat(page.bill(Front.HTTP, Usages.AS_USED, CostPage.MOST, true).total())
        .isLessThanOrEqualTo(70);
  }

  @Test
  void staysBelowTheFirstDesignAtEachLevelWithoutFreeTiers() {
    CostPage.FIRST_DESIGN.forEach((requests, dollars) ->
        assertThat(page.bill(Front.REST, Usages.AS_USED, requests, false).total())
            .as("%,d requests", requests)
            .isLessThan(dollars));
  }

  @Test
  void leavesNoPartOut() {
    var bill = page.bill(Front.REST, Usages.AS_USED, CostPage.MOST, false);

    assertThat(Arrays.stream(Part.values()))
        .allSatisfy(part -> assertThat(bill.of(part)).isPositive());
  }

  @Test
  void everyRequestOfAMixIsMeasured() {
    for (var usage : Usages.ALL) {
      assertThat(measured().requests())
          .as(usage.name())
          .containsKeys(usage.shares().keySet().toArray(String[]::new));
      assertThat(usage.shares().values().stream().mapToDouble(share -> share).sum())
          .isBetween(0.999999, 1.000001);
    }
  }

  private static Measured measured() {
    return new JsonMapper()
        .readValue(CostPageTest.class.getResourceAsStream("measured.json"), Measured.class);
  }
}
