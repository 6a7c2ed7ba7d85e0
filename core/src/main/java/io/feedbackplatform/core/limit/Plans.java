package io.feedbackplatform.core.limit;

import io.feedbackplatform.core.tenant.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/**
 * What every plan allows, as {@code plans.properties} says and an installation may change.
 *
 * @param address how often one address of visitors may send feedback to one site
 * @param addressReads how often it may ask that site for anything else
 * @param person how often a person may ask each instance for what belongs to no tenant, or to one
 *     that is not known to be theirs
 */
public record Plans(Map<Plan, PlanLimits> limits, Rate address, Rate addressReads, Rate person) {

  private static final String FILE = "plans.properties";

  /** Names all plans in a change. */
  private static final String ALL = "all.";

  private static final List<String> OF_NO_PLAN = List.of("address.", "person.");

  private static final int MOST_UNSETTLED_OF_ONE = 10;

  public Plans {
    limits = Map.copyOf(limits);
    if (limits.size() != Plan.values().length) {
      throw new IllegalArgumentException("every plan has limits");
    }
  }

  public PlanLimits of(Plan plan) {
    return Objects.requireNonNull(limits.get(plan));
  }

  /** As they are shipped. */
  public static Plans defaults() {
    return changed("");
  }

  /**
   * As they are shipped, but for some numbers.
   *
   * @param changes as in {@code free.seats=10, all.burst=200}, separated by commas; may be empty
   * @throws IllegalArgumentException saying which of them cannot be
   */
  public static Plans changed(String changes) {
    var numbers = new HashMap<String, Integer>();
    shipped().forEach((name, value) -> numbers.put(name.toString(), number(value.toString())));
    for (var change : changes.split(",", -1)) {
      if (!change.isBlank()) {
        change(numbers, change.strip());
      }
    }
    var limits = new EnumMap<Plan, PlanLimits>(Plan.class);
    for (var plan : Plan.values()) {
      limits.put(plan, limits(plan.name().toLowerCase(Locale.ROOT) + ".", numbers));
    }
    return new Plans(
        limits,
        perMinute(of(numbers, "address.requests-per-minute"), of(numbers, "address.burst")),
        perMinute(of(numbers, "address.reads-per-minute"), of(numbers, "address.reads-burst")),
        perMinute(of(numbers, "person.requests-per-minute"), of(numbers, "person.burst")));
  }

  private static Rate perMinute(int permits, int burst) {
    return new Rate(permits, Duration.ofMinutes(1), burst, Math.min(burst, MOST_UNSETTLED_OF_ONE));
  }

  private static PlanLimits limits(String plan, Map<String, Integer> numbers) {
    return new PlanLimits(
        PlanLimits.perSecond(
            of(numbers, plan + "requests-per-second"), of(numbers, plan + "burst")),
        PlanLimits.perSecond(
            of(numbers, plan + "key-requests-per-second"), of(numbers, plan + "key-burst")),
        of(numbers, plan + "monthly-feedback"),
        of(numbers, plan + "seats"));
  }

  private static int of(Map<String, Integer> numbers, String name) {
    return Objects.requireNonNull(numbers.get(name), name);
  }

  private static void change(Map<String, Integer> numbers, String change) {
    var parts = change.split("=", 2);
    var name = parts[0].strip();
    var number = parts.length == 2 ? number(parts[1].strip()) : 0;
    var meant =
        numbers.keySet().stream()
            .filter(known ->
                known.equals(name)
                    || (name.startsWith(ALL)
                        && OF_NO_PLAN.stream().noneMatch(known::startsWith)
                        && known.endsWith("." + name.substring(ALL.length()))))
            .toList();
    if (meant.isEmpty() || number < 1) {
      throw new IllegalArgumentException(
          "'"
              + change
              + "' is no change of a plan: write it like 'free.seats=10', with a name of plans.properties"
              + " and a number from 1 to 10,000,000");
    }
    meant.forEach(known -> numbers.put(known, number));
  }

  /** Zero when it is none that can be. */
  private static int number(String text) {
    return text.matches("[0-9]{1,8}") && Integer.parseInt(text) <= 10_000_000
        ? Integer.parseInt(text)
        : 0;
  }

  private static Properties shipped() {
    try (InputStream file = Plans.class.getResourceAsStream(FILE)) {
      var properties = new Properties();
      properties.load(Objects.requireNonNull(file, FILE));
      return properties;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
