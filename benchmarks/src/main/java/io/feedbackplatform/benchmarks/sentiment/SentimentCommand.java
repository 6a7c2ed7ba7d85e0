package io.feedbackplatform.benchmarks.sentiment;

import io.feedbackplatform.core.sentiment.LexiconSentimentAnalyzer;
import io.feedbackplatform.core.sentiment.SentimentAnalyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Measures the lexicon analyser on a folder of rated texts beside what VADER achieves on them. */
public final class SentimentCommand {

  private static final double FAST = 250_000;

  private final SentimentAnalyzer analyzer = new LexiconSentimentAnalyzer();
  private final List<String> missed = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private SentimentCommand() {}

  /**
   * @param arguments the folder
   */
  public static void main(String[] arguments) {
    if (arguments.length != 1) {
      System.err.println("Usage: benchmarks/sentiment FOLDER");
      System.exit(2);
    }
    try {
      System.exit(new SentimentCommand().measure(Path.of(arguments[0])));
    } catch (IOException unreadable) {
      System.err.println("sentiment: " + unreadable.getMessage());
      System.exit(2);
    }
  }

  private int measure(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + " is not a folder");
    }
    var sets = RatedTexts.in(folder);
    if (sets.isEmpty()) {
      throw new IOException(
          "no set of rated texts in %s; those of VADER's paper are %s"
              .formatted(folder, String.join(", ", Vader.files())));
    }
    System.out.println("People's mood: neutral when their mean rating is within -0.5..0.5.");
    System.out.println(
        "Ours: the label of the analyser, from the message alone. VADER's: +-0.05.\n");
    System.out.println(
        "| set | texts | accuracy | VADER | macro F1 | VADER | polar left neutral | VADER |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    for (var set : sets) {
      judge(set);
    }
    measureSpeed(sets);
    missing(sets).forEach(file -> missed.add("there is no " + folder.resolve(file)));
    remarks.forEach(System.out::println);
    missed.forEach(goal -> System.out.println("MISSED " + goal));
    if (missed.isEmpty()) {
      System.out.println("ok     all goals");
    }
    return missed.isEmpty() ? 0 : 1;
  }

  private void judge(RatedTexts set) {
    var heldOut = set.texts().stream().filter(RatedText::isHeldOut).toList();
    var tuned = set.texts().stream().filter(text -> !text.isHeldOut()).toList();
    var vader = Vader.of(set.name());
    report(set.name(), set.texts(), vader == null ? null : vader.all(), vader);
    report(set.name() + ", tuned on", tuned, null, null);
    report(set.name() + ", held out", heldOut, vader == null ? null : vader.heldOut(), vader);
    if (set.otherLines() > 0) {
      remarks.add("%s: %d lines left out".formatted(set.name(), set.otherLines()));
    }
    if (vader != null && vader.all().texts() != set.texts().size()) {
      remarks.add("%s: VADER's are of %d texts".formatted(set.name(), vader.all().texts()));
    }
  }

  private void report(
      String name, List<RatedText> texts, @Nullable Accuracy peer, @Nullable Vader vader) {
    if (texts.isEmpty()) {
      return;
    }
    var ours = Accuracy.of(analyzer, texts);
    System.out.printf(
        Locale.ROOT,
        "| %s | %d | %.3f | %s | %.3f | %s | %.1f %% | %s |%n",
        name,
        ours.texts(),
        ours.accuracy(),
        peer == null ? "" : format("%.3f", peer.accuracy()),
        ours.macroF1(),
        peer == null ? "" : format("%.3f", peer.macroF1()),
        100 * ours.abstention(),
        peer == null ? "" : format("%.1f %%", 100 * peer.abstention()));
    if (peer != null && vader != null) {
      missed.addAll(vader.missed(name, ours, peer));
    }
  }

  private void measureSpeed(List<RatedTexts> sets) {
    var shortest =
        sets.stream()
            .filter(set -> set.name().startsWith("tweets"))
            .findFirst()
            .orElse(sets.get(0));
    var speed = Speed.of(analyzer, shortest.texts());
    System.out.printf(
        Locale.ROOT,
        "%nTexts of %s a second, one thread: %,.0f (%,.0f-%,.0f)%n",
        shortest.name(),
        speed.median(),
        speed.least(),
        speed.most());
    if (speed.median() < FAST) {
      missed.add(format("at least %,.0f texts a second", FAST));
    }
  }

  /** Of VADER's four sets, when any of them is there. */
  private static List<String> missing(List<RatedTexts> sets) {
    var present =
        sets.stream().map(RatedTexts::name).filter(name -> Vader.of(name) != null).toList();
    return present.isEmpty()
        ? List.of()
        : Vader.files().stream()
            .filter(file -> present.stream().noneMatch(name -> file.startsWith(name + "_")))
            .toList();
  }

  private static String format(String pattern, double number) {
    return String.format(Locale.ROOT, pattern, number);
  }
}
