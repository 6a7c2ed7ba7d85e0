package io.feedbackplatform.benchmarks.cost;

import io.feedbackplatform.core.feedback.OpenedForm;
import java.util.EnumMap;

/**
 * What a month of the platform costs. Where something cannot be known, the model takes what costs
 * more: what a process remembers for seconds is forgotten, no batch folds, no answer is cached at
 * the edge.
 */
final class Model {

  private static final double HOURS = 730;
  private static final double GB = 1e9;

  /** Shares of a day's requests by the hour: business hours of one continent, doubled at noon. */
  private static final double[] DAY = {
    0.3, 0.2, 0.2, 0.2, 0.3, 0.5, 0.8, 1.2, 1.6, 1.8, 1.9, 2.0,
    2.0, 1.9, 1.8, 1.7, 1.5, 1.3, 1.0, 0.8, 0.6, 0.5, 0.4, 0.3
  };

  /**
   * Milliseconds that a request to DynamoDB takes from within the region (the first design has 2
   * for an item and 5 for a query), and a transaction.
   */
  private static final double CALL = 3.5;

  private static final double TRANSACTION = 10;

  /** What the Web Adapter and Lambda add to a request, in milliseconds. */
  private static final double ADAPTER = 2;

  /** A process that starts is paid for from its first moment. */
  private static final double START_SECONDS = 3;

  private static final double STARTS_A_MONTH = 20 * 30;
  private static final double STARTS_PER_REQUEST = 0.001;

  /** What CloudWatch adds to each line, in bytes, and how well lines compress. */
  private static final double LINE = 26;

  private static final double COMPRESSED = 0.15;

  /** What DynamoDB stores with each item beyond its own size, in bytes. */
  private static final double PER_ITEM = 100;

  private static final double FEEDBACK_DAYS = 30;
  private static final double IDEMPOTENCY_DAYS = 7;
  private static final double LEDGER_DAYS = 2;
  private static final double OPENED_DAYS = OpenedForm.RETENTION.toDays();

  /** Bytes of an idempotency record and of a row of the ledger, keys and all. */
  private static final double IDEMPOTENCY_ITEM = 400;

  private static final double LEDGER_ITEM = 130;

  /** Bytes of an opened form, with a time zone. */
  private static final double OPENED_ITEM = 200;

  /** What is counted when it comes is counted as expired when its time is up. */
  private static final double RECORDS = 2;

  /** Bytes of the headers of an answer. */
  private static final double HEADERS = 700;

  private final Prices prices;
  private final Measured measured;
  private final Settings settings;
  private final boolean free;

  /**
   * @param free whether what is free in any account for good is taken off
   */
  Model(Prices prices, Measured measured, Settings settings, boolean free) {
    this.prices = prices;
    this.measured = measured;
    this.settings = settings;
    this.free = free;
  }

  Bill bill(Front front, Usage usage, double requests) {
    var parts = new EnumMap<Part, Double>(Part.class);
    double submissions = requests * usage.submissions();
    double opened = requests * usage.opened();
    double records = RECORDS * (submissions + opened);
    parts.put(Part.GATEWAY, gateway(front, usage, requests));
    parts.put(Part.COMPUTE, compute(usage, requests, records));
    parts.put(Part.REQUESTS, onDemand(usage, requests));
    parts.put(Part.COUNTERS, counters(usage, requests, records));
    parts.put(Part.STORAGE, storage(submissions, opened, records));
    parts.put(Part.WIDGET, widget(requests * usage.visits(), requests * share(usage, "config")));
    parts.put(Part.LOGS, logs(usage, requests));
    parts.put(
        Part.ALARMS,
        cost("cloudWatch.alarm", settings.alarmMetrics())
            + cost("cloudWatch.metric", settings.customMetrics())
            + cost("cloudWatch.dashboard", settings.dashboards()));
    parts.put(
        Part.KEYS,
        cost("kms.key", settings.keys())
            + cost("secrets.secret", settings.secrets())
            + cost("route53.zone", 1));
    return new Bill(parts);
  }

  private double gateway(Front front, Usage usage, double requests) {
    return cost(front.price(), requests)
        + cost("transfer.out", requests * (HEADERS + mean(usage, r -> r.answerBytes())) / GB);
  }

  private double compute(Usage usage, double requests, double records) {
    double milliseconds =
        mean(
            usage,
            r ->
                r.cpuMillis() * slowdown(settings.apiMemory())
                    + r.calls() * CALL
                    + r.transactions() * TRANSACTION
                    + ADAPTER);
    double starts = STARTS_A_MONTH + requests * STARTS_PER_REQUEST;
    double api =
        (requests * milliseconds / 1e3 + starts * START_SECONDS) * settings.apiMemory() / 1024;
    // Each record alone in its batch.
    double worker =
        records
            * (single().cpuMillis() * slowdown(settings.workerMemory()) + TRANSACTION)
            / 1e3
            * settings.workerMemory()
            / 1024;
    return cost("lambda.request", requests + records) + cost("lambda.gbSecondX86", api + worker);
  }

  /** A function has one processor at 1,769 MB and its share of one below that. */
  private static double slowdown(int megabytes) {
    return Math.max(1, 1_769.0 / megabytes);
  }

  private double onDemand(Usage usage, double requests) {
    return cost("dynamoDb.writeOnDemand", requests * mean(usage, r -> r.writeUnits()))
        + cost(
            "dynamoDb.readOnDemand",
            requests * mean(usage, r -> r.readUnits() - r.counterReadUnits()));
  }

  private double counters(Usage usage, double requests, double records) {
    double reads = requests * mean(usage, r -> r.counterReadUnits());
    double writes = records * single().writeUnits();
    return switch (settings.counters()) {
      case ON_DEMAND ->
          cost("dynamoDb.writeOnDemand", writes) + cost("dynamoDb.readOnDemand", reads);
      case PROVISIONED ->
          cost("dynamoDb.writeCapacity", capacityHours(writes, settings.leastWrite()))
              + cost("dynamoDb.readCapacity", capacityHours(reads, settings.leastRead()));
    };
  }

  /**
   * Auto scaling follows the day, an hour late on its way down, and keeps the utilisation at its
   * target.
   */
  private double capacityHours(double unitsPerMonth, double least) {
    double mean = unitsPerMonth / HOURS / 3_600;
    double hours = 0;
    for (int hour = 0; hour < DAY.length; hour++) {
      double demand = Math.max(DAY[hour], DAY[(hour + DAY.length - 1) % DAY.length]);
      hours +=
          Math.max(least, Math.ceil(mean * demand / meanOfDay() / settings.targetUtilization()));
    }
    return hours * HOURS / DAY.length;
  }

  private static double meanOfDay() {
    return java.util.Arrays.stream(DAY).average().orElseThrow();
  }

  private double storage(double submissions, double opened, double records) {
    double bytes =
        submissions
                * (FEEDBACK_DAYS * (measured.feedbackItemBytes() + PER_ITEM)
                    + IDEMPOTENCY_DAYS * (IDEMPOTENCY_ITEM + PER_ITEM))
            + opened * OPENED_DAYS * (OPENED_ITEM + PER_ITEM)
            + records * LEDGER_DAYS * (LEDGER_ITEM + PER_ITEM);
    double gigabytes = bytes / 30 / GB;
    return cost("dynamoDb.storage", gigabytes) + cost("dynamoDb.recovery", gigabytes);
  }

  private double widget(double visits, double opens) {
    var bytes = measured.widgetBytes();
    double loader = bytes.getOrDefault("loader", 0) + HEADERS;
    double form = bytes.getOrDefault("form", 0) + HEADERS;
    return cost("cloudFront.request", visits + opens)
        + cost("cloudFront.gb", (visits * loader + opens * form) / GB);
  }

  private double logs(Usage usage, double requests) {
    double application =
        requests * mean(usage, r -> r.logBytes() == 0 ? 0 : r.logBytes() + LINE) / GB;
    double access = requests * (settings.accessLogBytes() + LINE) / GB;
    double all = application + access;
    return cost("logs.ingestion", all)
        + cost("logs.storage", all * COMPRESSED)
        + cost("firehose.ingestion", all)
        + cost("s3.storage", all * COMPRESSED * 12);
  }

  /** A record that is alone in its batch. */
  private Measured.Aggregation single() {
    return measured.aggregation().stream()
        .filter(shape -> shape.batch() == 1 && shape.tenants() == 100)
        .findFirst()
        .orElseThrow();
  }

  private double cost(String price, double units) {
    return prices.of(price).of(units, free);
  }

  private static double share(Usage usage, String request) {
    return usage.shares().getOrDefault(request, 0.0);
  }

  private double mean(Usage usage, java.util.function.ToDoubleFunction<Measured.Request> figure) {
    return usage.shares().entrySet().stream()
        .mapToDouble(
            share -> share.getValue() * figure.applyAsDouble(measured.request(share.getKey())))
        .sum();
  }
}
