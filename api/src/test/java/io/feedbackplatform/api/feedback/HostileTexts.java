package io.feedbackplatform.api.feedback;

import static io.feedbackplatform.api.feedback.HostileBodies.CANARY;
import static io.feedbackplatform.api.feedback.HostileBodies.GOOD;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Bodies in odd letters: half characters, controls, endless marks, other encodings, noise. */
final class HostileTexts {

  private final List<HostileBody> bodies = new ArrayList<>();

  private HostileTexts() {}

  static List<HostileBody> all() {
    var all = new HostileTexts();
    all.escapes();
    all.controls();
    all.marks();
    all.bytes();
    all.encodings();
    return all.bodies;
  }

  private void escapes() {
    for (var escape :
        List.of(
            "\\ud83d",
            "\\ude0d",
            "\\ude0d\\ud83d",
            "\\ud83d\\ud83d",
            "\\ud83dx",
            "\\u0000",
            "\\u",
            "\\u12",
            "\\uZZZZ",
            "\\U00000041",
            "\\x41",
            "\\'",
            "\\",
            "\\0",
            "\\u005c",
            "\\u0022",
            "\\ufffe",
            "\\uffff",
            "\\udbff\\udfff",
            "\\u2028",
            "\\u202e" + CANARY,
            "\\u200b",
            "\\ufeff",
            "\\u0085",
            "\\r\\n",
            "\\u001b[2J")) {
      message("escape " + escape, "a" + escape + "b");
      add("key " + escape, "{\"rating\":5,\"metadata\":{\"k" + escape + "\":\"v\"}}");
    }
  }

  private void controls() {
    for (int control = 0; control < 0x20; control++) {
      message("bare control " + control, "a" + (char) control + "b");
    }
    for (int control = 1; control < 0x20; control++) {
      message("escaped control " + control, "a\\u%04xb".formatted(control));
    }
    for (int control = 0x7f; control < 0xa0; control += 3) {
      message("C1 control " + control, "a" + (char) control + "b");
    }
    message("nothing but controls", "\\u0007\\u001b\\u0001");
  }

  private void marks() {
    message("composed", "Cafe\u0301 \u212B");
    message("a mark behind a control", "e\\u0001\u0301");
    message("2,000 marks on a letter", "e" + "\u0301".repeat(2_000));
    message("marks that change places", "e" + "\u0301\u0316".repeat(2_400));
    message("too many marks that change places", "e" + "\u0301\u0316".repeat(4_900));
    message("endless marks that change places", "e" + "\u0301\u0316".repeat(16_000));
    message("letters that come apart", "\u0958".repeat(3_000));
    message("5,000 faces", "\uD83D\uDE0D".repeat(5_000));
    message("a family of 500", "\uD83D\uDC69\u200D".repeat(500));
    message("ligatures", "\uFDFA".repeat(4_000));
    add(
        "marks everywhere",
        "{\"message\":\"%1$s\",\"name\":\"%1$s\",\"category\":\"%1$s\"}"
            .formatted("e" + "\u0301\u0316".repeat(2_400)));
  }

  private void bytes() {
    for (int bad : List.of(0x80, 0xbf, 0xc0, 0xc1, 0xf5, 0xf8, 0xfc, 0xfe, 0xff)) {
      raw("byte %x in a text".formatted(bad), bad);
      raw("byte %x thrice".formatted(bad), bad, bad, bad);
    }
    raw("overlong slash", 0xc0, 0xaf);
    raw("overlong slash in three", 0xe0, 0x80, 0xaf);
    raw("overlong NUL", 0xc0, 0x80);
    raw("surrogate", 0xed, 0xa0, 0xbd);
    raw("pair of surrogates", 0xed, 0xa0, 0xbd, 0xed, 0xb8, 0x8d);
    raw("beyond Unicode", 0xf4, 0x90, 0x80, 0x80);
    raw("half a character", 0xe2, 0x82);
    bodies.add(new HostileBody("zeros", new byte[5_000]));
    bodies.add(new HostileBody("zip", new byte[] {'P', 'K', 3, 4, 20, 0, 8, 0}));
    bodies.add(new HostileBody("gzip", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0}));
    var random = new Random(7);
    for (int size : List.of(1, 2, 3, 16, 1_000, 60_000)) {
      var noise = new byte[size];
      random.nextBytes(noise);
      bodies.add(new HostileBody(size + " random bytes", noise));
    }
  }

  private void encodings() {
    for (var name : List.of("UTF-16", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "IBM037")) {
      bodies.add(HostileBody.of("in " + name, GOOD, Charset.forName(name)));
    }
    bodies.add(
        HostileBody.of("in Latin-1", "{\"message\":\"Caf\u00E9\"}", StandardCharsets.ISO_8859_1));
    add("with a byte order mark", "\uFEFF" + GOOD);
    add("a form", "rating=5&message=" + CANARY);
    add("XML", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>");
    add("YAML", "rating: 5\nmessage: *a");
  }

  private void message(String what, String text) {
    add(what, "{\"message\":\"" + text + "\"}");
  }

  private void add(String what, String text) {
    bodies.add(HostileBody.of(what, text));
  }

  private void raw(String what, int... inText) {
    var body = new ByteArrayOutputStream();
    body.writeBytes("{\"message\":\"a".getBytes(StandardCharsets.US_ASCII));
    Arrays.stream(inText).forEach(body::write);
    body.writeBytes("b\"}".getBytes(StandardCharsets.US_ASCII));
    bodies.add(new HostileBody(what, body.toByteArray()));
  }
}
