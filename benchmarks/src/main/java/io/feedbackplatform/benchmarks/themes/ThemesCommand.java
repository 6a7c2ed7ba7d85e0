package io.feedbackplatform.benchmarks.themes;

import io.feedbackplatform.core.themes.Order;
import io.feedbackplatform.core.themes.Said;
import io.feedbackplatform.core.themes.Themes;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tells the themes of as many messages as GET /analytics/themes reads at most, in the processor
 * time of one thread. The argument is a file with a message a line, behind the last tab.
 */
final class ThemesCommand {

  private static final int MESSAGES = 2_000;

  /** As many characters as are read of a period at most. */
  private static final int MOST_TEXT = 2_000_000;

  private static final int WARM_UP = 30;
  private static final int ROUNDS = 15;

  private ThemesCommand() {}

  public static void main(String... arguments) throws IOException {
    // Single bytes, of which any text is made: what they spell does not matter here.
    var lines =
        Files.readAllLines(Path.of(arguments[0]), StandardCharsets.ISO_8859_1).stream()
            .map(line -> line.substring(line.lastIndexOf('\t') + 1))
            .filter(line -> !line.isBlank())
            .toList();
    measure("as they are", messages(lines, 0), messages(lines, MESSAGES));
    measure("made-up words", madeUp(0), madeUp(MOST_TEXT));
    measure("made-up words, each said twice", twice(madeUp(0)), madeUp(MOST_TEXT));
  }

  private static List<Said> messages(List<String> lines, int first) {
    return IntStream.range(first, first + MESSAGES)
        .mapToObj(i -> new Said("" + i, lines.get(i % lines.size()), 0))
        .toList();
  }

  /** Messages of 5,000 characters, all of them words that nobody used before. */
  private static List<Said> madeUp(int first) {
    var messages = new ArrayList<Said>();
    int word = first;
    for (int length = 0; length < MOST_TEXT; length += 5_000) {
      var text = new StringBuilder();
      while (text.length() < 4_994) {
        text.append('q').append(Integer.toString(word++, Character.MAX_RADIX)).append(' ');
      }
      messages.add(new Said("" + word, text.toString(), 0));
    }
    return messages;
  }

  private static List<Said> twice(List<Said> messages) {
    var half = messages.subList(0, messages.size() / 2);
    var twice = new ArrayList<>(half);
    twice.addAll(half);
    return twice;
  }

  private static void measure(String name, List<Said> now, List<Said> before) {
    var threads = ManagementFactory.getThreadMXBean();
    var rounds = new double[ROUNDS];
    int themes = 0;
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      long start = threads.getCurrentThreadCpuTime();
      themes = Themes.of(now, before, Order.RISING, 100).size();
      if (round >= 0) {
        rounds[round] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    Arrays.sort(rounds);
    System.out.printf(
        "%s: %,d + %,d messages of %,d characters, %d themes: %.0f ms (%.0f to %.0f)%n",
        name,
        now.size(),
        before.size(),
        length(now) + length(before),
        themes,
        rounds[ROUNDS / 2],
        rounds[0],
        rounds[ROUNDS - 1]);
  }

  private static long length(List<Said> messages) {
    return messages.stream().mapToLong(said -> said.message().length()).sum();
  }
}
