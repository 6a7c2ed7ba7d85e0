package io.feedbackplatform.api.isolation;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Ids that are nearly those of somebody, the same ones for each seed. */
record Mutations(Random random, List<String> originals) {

  String next() {
    var text = any();
    for (int times = random.nextInt(3); times >= 0; times--) {
      text = mutated(text);
    }
    return text;
  }

  private String mutated(String text) {
    int at = random.nextInt(text.length() + 1);
    var head = text.substring(0, at);
    var tail = text.substring(at);
    var other = any();
    return switch (random.nextInt(12)) {
      case 0 -> text;
      case 1 -> head;
      case 2 -> tail;
      case 3 -> tail + head;
      case 4 -> head + other.substring(Math.min(at, other.length()));
      case 5 -> text + other;
      case 6 -> head + flipped(tail);
      case 7 -> head + Character.toString(random.nextInt(0x20, 0xd800)) + tail;
      case 8 -> head + "#%/\\?&=\0\n\"'.:{}|".charAt(random.nextInt(16)) + tail;
      case 9 ->
          random.nextBoolean() ? text.toUpperCase(Locale.ROOT) : text.toLowerCase(Locale.ROOT);
      case 10 -> text + other.repeat(random.nextInt(1, 60));
      default -> new StringBuilder(text).reverse().toString();
    };
  }

  private String flipped(String text) {
    return text.isEmpty()
        ? text
        : (char) (text.charAt(0) ^ (1 << random.nextInt(7))) + text.substring(1);
  }

  private String any() {
    return originals.get(random.nextInt(originals.size()));
  }
}
