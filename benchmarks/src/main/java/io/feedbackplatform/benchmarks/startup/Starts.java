package io.feedbackplatform.benchmarks.startup;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The starts of one variant. */
final class Starts {

  private final String name;
  private final List<Start> all = new ArrayList<>();

  Starts(String name) {
    this.name = name;
  }

  void add(Start start) {
    all.add(start);
  }

  /** The middle one; of an even number, the mean of the two in the middle. */
  double median(ToDoubleFunction<Start> of) {
    var sorted = all.stream().mapToDouble(of).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  static String header() {
    return """
    | start | n | exec to first 201, ms | exec to listening, ms | first request, ms | less storage, ms | CPU, s | RSS, MiB |
    |---|---|---|---|---|---|---|---|\
    """;
  }

  String row() {
    return String.join(
            " | ",
            "| " + name,
            Integer.toString(all.size()),
            spread("%.0f", Start::answered),
            spread("%.0f", Start::listening),
            spread("%.0f", Start::firstRequest),
            spread("%.0f", Start::ownTime),
            spread("%.2f", Start::cpu),
            spread("%.0f", Start::memory))
        + " |";
  }

  private String spread(String format, ToDoubleFunction<Start> of) {
    var range = all.stream().mapToDouble(of).summaryStatistics();
    var text = format + " (" + format + "-" + format + ")";
    return String.format(Locale.ROOT, text, median(of), range.getMin(), range.getMax());
  }
}
