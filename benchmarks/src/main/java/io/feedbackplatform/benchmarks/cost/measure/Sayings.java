package io.feedbackplatform.benchmarks.cost.measure;

import java.util.List;
import java.util.Random;

/**
 * Feedback as shops get it: mostly a rating and a sentence or two, sometimes a name and an address,
 * rarely a page of text. Made up, with lengths from 9 to 900 characters and a mean near 130.
 */
final class Sayings {

  private static final List<String> MESSAGES =
      List.of(
          "Love it!",
          "Very easy to use.",
          "Delivery took nine days, the page said two.",
          "The search does not find anything when I type the article number.",
          "Good prices, but the checkout asks for my address twice. Please fix that.",
          "Could you add Apple Pay? I always have to get up to find my card.",
          "I was charged twice for order 20381 and nobody answers the phone since Monday.",
          "Everything was fine, thank you. The parcel was well packed and came a day early.",
          "The size table is wrong for the blue jacket: M is 52 in the table but 50 on the label.",
          "On my phone the menu covers the button at the bottom, so I can not add anything to the cart.",
          "Great shop. I would like to see which things are in stock in the store next to me before I"
              + " drive there.",
          "I tried to return a pair of shoes. The form says that the number of my order is not valid,"
              + " although I copied it from your mail. After three attempts I gave up and kept them."
              + " Not a nice experience.");

  private final Random random;

  Sayings(long seed) {
    this.random = new Random(seed);
  }

  /** A body for {@code POST /feedback}. */
  String next() {
    var body = new StringBuilder("{\"rating\":").append(1 + random.nextInt(5));
    add(body, "message", message());
    if (random.nextInt(100) < 30) {
      add(body, "name", "Ada Example");
      add(body, "email", "ada.example" + random.nextInt(1000) + "@mail.example");
    }
    if (random.nextInt(100) < 20) {
      add(body, "category", "delivery");
    }
    add(body, "page", "https://shop.example/products/jackets/blue-" + random.nextInt(10_000));
    add(body, "locale", "en-GB");
    return body.append("}").toString();
  }

  private String message() {
    if (random.nextInt(100) < 3) {
      return String.join(" ", MESSAGES);
    }
    return MESSAGES.get(random.nextInt(MESSAGES.size()));
  }

  private static void add(StringBuilder body, String field, String value) {
    body.append(",\"").append(field).append("\":\"").append(value).append('"');
  }
}
