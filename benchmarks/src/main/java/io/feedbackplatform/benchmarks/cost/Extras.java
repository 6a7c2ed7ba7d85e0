package io.feedbackplatform.benchmarks.cost;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the first design's figures do not cover, and an installation may have or not. */
final class Extras {

  private static final double HOURS = 730;
  private static final double GB = 1e9;

  private static final double RULES = 5;

  private final Prices prices;
  private final Measured measured;

  Extras(Prices prices, Measured measured) {
    this.prices = prices;
    this.measured = measured;
  }

  /** In dollars a month, without free units: the headline has used them up. */
  Map<String, Double> of(Usage usage, double requests) {
    double submissions = requests * usage.submissions();
    double opened = requests * usage.opened();
    double gigabytes = submissions * (measured.feedbackItemBytes() + 100.0) / GB;
    var extras = new LinkedHashMap<String, Double>();
    extras.put("CloudFront before the API (plan standard)", cost("cloudFront.request", requests));
    extras.put(
        "firewall, one ACL and five rules (plan standard)",
        cost("waf.acl", 1) + cost("waf.rule", RULES) + cost("waf.request", requests));
    extras.put("console: one Fargate task, 0.5 vCPU and 1 GB, with its address", task());
    extras.put("console: load balancer, with two addresses, one LCU", loadBalancer());
    extras.put(
        "second region: replicated writes, health checks, keys and alarms once more",
        cost("dynamoDb.replicatedWrite", 2 * (submissions * writes() + opened))
            + cost("route53.healthCheck", 2)
            + cost("kms.key", 2)
            + cost("secrets.secret", 2)
            + cost("cloudWatch.alarm", 20));
    extras.put("weekly copies, thirteen kept", cost("dynamoDb.backup", 13 * gigabytes));
    return extras;
  }

  /** Replication writes what a transaction wrote without counting it twice. */
  private double writes() {
    return measured.request("submit").writeUnits() / 2;
  }

  private double task() {
    return cost("fargate.vcpuHour", 0.5 * HOURS)
        + cost("fargate.gbHour", HOURS)
        + cost("vpc.ipv4Hour", HOURS);
  }

  private double loadBalancer() {
    return cost("alb.hour", HOURS) + cost("alb.lcuHour", HOURS) + cost("vpc.ipv4Hour", 2 * HOURS);
  }

  private double cost(String price, double units) {
    return prices.of(price).of(units, false);
  }
}
