package io.feedbackplatform.benchmarks.cost;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The tables of {@code docs/cost.md}, each between its marks; the words between them are written by
 * hand.
 */
final class CostPage {

  /** The first design's levels of traffic and its figures for them. */
  static final Map<Long, Integer> FIRST_DESIGN = new LinkedHashMap<>();

  static {
    FIRST_DESIGN.put(300_000L, 34);
    FIRST_DESIGN.put(1_500_000L, 98);
    FIRST_DESIGN.put(6_000_000L, 285);
    FIRST_DESIGN.put(30_000_000L, 1_200);
  }

  static final long MOST = 30_000_000L;

  private static final Pattern TABLE =
      Pattern.compile("(<!-- table: (\\w+) -->\n).*?(<!-- end -->)", Pattern.DOTALL);

  private final Prices prices;
  private final Measured measured;

  CostPage(Prices prices, Measured measured) {
    this.prices = prices;
    this.measured = measured;
  }

  /** The page with its tables computed anew. */
  String rewritten(String page) {
    return TABLE
        .matcher(page)
        .replaceAll(found ->
            Matcher.quoteReplacement(
                found.group(1) + "\n" + table(found.group(2)) + "\n" + found.group(3)));
  }

  String table(String name) {
    return switch (name) {
      case "levels" -> levels(Usages.AS_USED);
      case "reference" -> levels(Usages.TWENTY_PERCENT);
      case "parts" -> parts();
      case "mixes" -> mixes();
      case "extras" -> extras();
      case "mix" -> mix();
      case "requests" -> requests();
      case "aggregation" -> aggregation();
      default -> throw new IllegalArgumentException("no table " + name);
    };
  }

  Bill bill(Front front, Usage usage, long requests, boolean free) {
    return new Model(prices, measured, Settings.TEMPLATES, free).bill(front, usage, requests);
  }

  private String levels(Usage usage) {
    var rows =
        FIRST_DESIGN.entrySet().stream()
            .map(level ->
                row(
                    Stream.concat(
                        Stream.of(count(level.getKey()), "$" + count(level.getValue())),
                        Stream.of(true, false)
                            .flatMap(free ->
                                Stream.of(Front.REST, Front.HTTP)
                                    .map(front ->
                                        dollars(
                                            bill(front, usage, level.getKey(), free).total()))))));
    return table(
        List.of(
            "requests a month",
            "first design",
            "REST API",
            "HTTP API",
            "REST API, no free tiers",
            "HTTP API, no free tiers"),
        rows);
  }

  private String parts() {
    var header = new java.util.ArrayList<>(List.of("part"));
    FIRST_DESIGN.keySet().forEach(level -> header.add(count(level)));
    header.add(count(MOST) + ", no free tiers");
    var rows =
        Arrays.stream(Part.values())
            .map(part ->
                row(
                    Stream.concat(
                        Stream.of(part.title() + (part == Part.GATEWAY ? " (REST / HTTP)" : "")),
                        Stream.concat(
                            FIRST_DESIGN.keySet().stream().map(level -> cell(part, level, true)),
                            Stream.of(cell(part, MOST, false))))));
    return table(header, rows);
  }

  private String cell(Part part, long requests, boolean free) {
    var rest = dollars(bill(Front.REST, Usages.AS_USED, requests, free).of(part));
    var http = dollars(bill(Front.HTTP, Usages.AS_USED, requests, free).of(part));
    return rest.equals(http) ? rest : rest + " / " + http;
  }

  private String mixes() {
    var lines = new LinkedHashMap<String, Map.Entry<Usage, Settings>>();
    for (var usage : Usages.ALL) {
      lines.put(usage.name(), Map.entry(usage, Settings.TEMPLATES));
    }
    lines.put(
        "as used, API with 1,024 MB",
        Map.entry(Usages.AS_USED, Settings.TEMPLATES.withApiMemory(1_024)));
    lines.put(
        Usages.TWENTY_PERCENT.name() + ", counters on demand",
        Map.entry(Usages.TWENTY_PERCENT, Settings.TEMPLATES.with(Settings.Counters.ON_DEMAND)));
    var rows =
        lines.entrySet().stream()
            .map(line -> {
              var usage = line.getValue().getKey();
              var model = new Model(prices, measured, line.getValue().getValue(), true);
              return row(
                  Stream.of(
                      line.getKey(),
                      count(Math.round(MOST * usage.submissions())),
                      count(Math.round(MOST * usage.visits())),
                      dollars(model.bill(Front.REST, usage, MOST).total()),
                      dollars(model.bill(Front.HTTP, usage, MOST).total())));
            });
    return table(
        List.of("30 M requests that are", "submissions", "page visits", "REST API", "HTTP API"),
        rows);
  }

  private String extras() {
    var extras = new Extras(prices, measured);
    var levels = List.copyOf(FIRST_DESIGN.keySet());
    var each = levels.stream().map(level -> extras.of(Usages.AS_USED, level)).toList();
    var header =
        Stream.concat(Stream.of("not in the figures above"), levels.stream().map(CostPage::count))
            .toList();
    return table(
        header,
        each.getFirst().keySet().stream()
            .map(name ->
                row(
                    Stream.concat(
                        Stream.of(name),
                        each.stream().map(costs -> dollars(costs.getOrDefault(name, 0.0)))))));
  }

  private String mix() {
    return table(
        List.of("request", "share", "at 30 M"),
        Usages.AS_USED.shares().entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(share ->
                row(
                    Stream.of(
                        "`" + share.getKey() + "`",
                        String.format(Locale.ROOT, "%.2f %%", 100 * share.getValue()),
                        count(Math.round(MOST * share.getValue()))))));
  }

  private String requests() {
    return table(
        List.of(
            "request",
            "read units",
            "when remembered",
            "write units",
            "calls",
            "CPU ms",
            "log bytes",
            "answer bytes"),
        measured.requests().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(entry -> {
              var request = entry.getValue();
              return row(
                  Stream.of(
                      "`" + entry.getKey() + "`",
                      number(request.readUnits()),
                      number(request.readUnitsRemembered()),
                      number(request.writeUnits()),
                      number(request.calls() + request.transactions()),
                      number(request.cpuMillis()),
                      count(request.logBytes()),
                      count(request.answerBytes())));
            }));
  }

  private String aggregation() {
    return table(
        List.of("tenants", "records a batch", "write units a record", "CPU ms a record"),
        measured.aggregation().stream()
            .map(shape ->
                row(
                    Stream.of(
                        count(shape.tenants()),
                        count(shape.batch()),
                        number(shape.writeUnits()),
                        number(shape.cpuMillis())))));
  }

  private static String table(List<String> header, Stream<String> rows) {
    return row(header.stream())
        + "\n|---"
        + "|--:".repeat(header.size() - 1)
        + "|\n"
        + rows.collect(Collectors.joining("\n"))
        + "\n";
  }

  private static String row(Stream<String> cells) {
    return cells.collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  private static String number(double number) {
    return number == Math.rint(number)
        ? count((long) number)
        : String.format(Locale.ROOT, "%.1f", number);
  }

  private static String dollars(double amount) {
    return amount < 20
        ? String.format(Locale.ROOT, "$%.2f", amount)
        : String.format(Locale.ROOT, "$%,.0f", amount);
  }
}
