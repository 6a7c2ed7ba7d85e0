package io.feedbackplatform.benchmarks.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What AWS asks for, in dollars a month of 730 hours; kept in one file, each with its source.
 *
 * @param basis what the words of {@link Price#basis} mean
 */
record Prices(
    String region, String currency, Map<String, String> basis, Map<String, Price> prices) {

  /**
   * One price.
   *
   * @param per for how many units it is asked
   * @param free units a month that cost nothing, in any account and for good
   * @param date the day on which it was looked up
   */
  record Price(
      double price,
      @Nullable Integer per,
      String unit,
      @Nullable Long free,
      String source,
      String date,
      String basis,
      @Nullable String note) {

    double of(double units, boolean withFree) {
      double charged = withFree && free != null ? Math.max(0, units - free) : units;
      return charged * price / (per == null ? 1 : per);
    }
  }

  static Prices load() {
    try (var file = Prices.class.getResourceAsStream("prices.json")) {
      return new JsonMapper().readValue(file, Prices.class);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Price of(String name) {
    var price = prices.get(name);
    if (price == null) {
      throw new IllegalArgumentException("no price of " + name);
    }
    return price;
  }
}
