package io.feedbackplatform.infra.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/**
 * What the visitors of one shop say. The same on every machine and in every run, because an
 * idempotency key that comes again has to come with the same body.
 */
final class DemoTexts {

  private static final int SUBMISSIONS = 180;
  private static final List<String> PEOPLE =
      List.of(
          "Ana Duarte",
          "Ben Okafor",
          "Chloé Martin",
          "Deniz Aydın",
          "Elif Kaya",
          "Farid Haddad",
          "Greta Lindqvist",
          "Hiro Tanaka",
          "Inès Moreau",
          "Jonas Weber",
          "Kateryna Bondar",
          "Lucía Fernández",
          "Mateus Silva",
          "Nora O'Brien",
          "Oskar Nowak",
          "Priya Raman",
          "Quentin Dubois",
          "Rosa Bianchi",
          "Søren Holm",
          "Thandiwe Nkosi");
  private static final List<String> DEVICES = List.of("phone", "tablet", "desktop");

  private final String shop;
  private final List<Line> lines;
  private final List<Line> additions;

  private record Line(String rating, String locale, String category, String page, String text) {

    static Line parse(String line) {
      var parts = line.split("\\|", 5);
      return new Line(parts[0], parts[1], parts[2], parts[3], parts[4]);
    }

    boolean isAddition() {
      return rating.equals("+");
    }
  }

  private DemoTexts(String shop, List<Line> all) {
    this.shop = shop;
    this.lines = all.stream().filter(line -> !line.isAddition()).toList();
    this.additions = all.stream().filter(Line::isAddition).toList();
  }

  static DemoTexts load(String shop) {
    try (var own = Objects.requireNonNull(DemoTexts.class.getResourceAsStream(shop + ".txt"));
        var both = Objects.requireNonNull(DemoTexts.class.getResourceAsStream("additions.txt"))) {
      var text =
          new String(own.readAllBytes(), UTF_8) + "\n" + new String(both.readAllBytes(), UTF_8);
      return new DemoTexts(
          shop, text.lines().filter(line -> !line.isBlank()).map(Line::parse).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The bodies of all submissions, in the order in which they are sent. */
  List<Map<String, Object>> submissions() {
    var dice = new Random(shop.hashCode());
    var bodies = new ArrayList<Map<String, Object>>();
    for (int i = 0; i < SUBMISSIONS; i++) {
      bodies.add(submission(i, dice));
    }
    return bodies;
  }

  private Map<String, Object> submission(int i, Random dice) {
    var line = lines.get(i % lines.size());
    var body = new LinkedHashMap<String, Object>();
    boolean starsOnly = i % 11 == 7;
    boolean wordsOnly = !starsOnly && i % 13 == 4;
    if (!wordsOnly) {
      body.put("rating", Integer.parseInt(line.rating()));
    }
    if (!starsOnly) {
      body.put("message", i < lines.size() ? line.text() : longer(line, i / lines.size(), dice));
    }
    var person = PEOPLE.get(dice.nextInt(PEOPLE.size()));
    if (dice.nextInt(10) < 5) {
      body.put("name", person);
    }
    if (dice.nextInt(10) < 4) {
      body.put("email", "visitor" + i + "@mail.example");
    }
    if (!line.category().isEmpty()) {
      body.put("category", line.category());
    }
    body.put("page", "https://" + shop + ".example/" + line.page());
    body.put("locale", line.locale());
    if (dice.nextBoolean()) {
      body.put("metadata", metadata(dice));
    }
    return body;
  }

  /** The same opinion in the words of somebody who has more to say. */
  private String longer(Line line, int round, Random dice) {
    var language = line.locale().substring(0, 2);
    var mine =
        additions.stream()
            .filter(addition -> addition.locale().equals(language))
            .map(Line::text)
            .toList();
    var text = new StringBuilder(line.text());
    int first = dice.nextInt(mine.size());
    for (int i = 0; i < round; i++) {
      text.append(' ').append(mine.get((first + i) % mine.size()));
    }
    return text.toString();
  }

  private static Map<String, Object> metadata(Random dice) {
    var metadata = new LinkedHashMap<String, Object>();
    metadata.put("device", DEVICES.get(dice.nextInt(DEVICES.size())));
    if (dice.nextBoolean()) {
      metadata.put("orderNumber", 10_000 + dice.nextInt(90_000));
    }
    if (dice.nextInt(3) == 0) {
      metadata.put("returningCustomer", dice.nextBoolean());
    }
    return metadata;
  }
}
