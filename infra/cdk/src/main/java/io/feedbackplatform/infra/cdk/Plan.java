package io.feedbackplatform.infra.cdk;

/** What stands in front of the API. */
public enum Plan {
  /** CloudFront, a firewall and a REST API: validation, usage plans, an allow list of addresses. */
  STANDARD,
  /** An HTTP API: a third of the price a request, and none of these. */
  ECONOMY
}
