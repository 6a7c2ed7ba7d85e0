package io.feedbackplatform.benchmarks.cost;

/** The parts of a bill that the first design's figures cover. */
enum Part {
  GATEWAY("API Gateway"),
  COMPUTE("Lambda"),
  REQUESTS("DynamoDB: feedback, tenants"),
  COUNTERS("DynamoDB: analytics, provisioned"),
  STORAGE("DynamoDB: storage, recovery"),
  WIDGET("widget: CloudFront, S3"),
  LOGS("logs, archive"),
  ALARMS("alarms, metrics, dashboards"),
  KEYS("keys, secrets, DNS, queues");

  private final String title;

  Part(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }
}
