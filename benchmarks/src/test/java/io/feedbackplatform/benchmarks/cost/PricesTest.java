package io.feedbackplatform.benchmarks.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PricesTest {

  private final Prices prices = Prices.load();

  @Test
  void everyPriceHasItsDateAndSource() {
    assertThat(prices.prices()).isNotEmpty();
    assertThat(prices.prices())
        .allSatisfy((name, price) -> {
          assertThat(price.price()).as(name).isPositive();
          assertThat(LocalDate.parse(price.date())).as(name).isAfter(LocalDate.parse("2026-01-01"));
          assertThat(price.source()).as(name).startsWith("https://aws.amazon.com/");
          assertThat(prices.basis()).as(name).containsKey(price.basis());
        });
  }

  @Test
  void freeUnitsAreTakenOffOnlyWhenAsked() {
    var requests = prices.of("lambda.request");

    assertThat(requests.of(500_000, true)).isZero();
    assertThat(requests.of(3_000_000, true)).isEqualTo(0.4, within(1e-9));
    assertThat(requests.of(3_000_000, false)).isEqualTo(0.6, within(1e-9));
  }
}
