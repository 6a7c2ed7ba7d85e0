package io.feedbackplatform.benchmarks.cost;

/** What stands before the API's function: the two plans of an installation. */
enum Front {
  REST("apiGateway.rest"),
  HTTP("apiGateway.http");

  private final String price;

  Front(String price) {
    this.price = price;
  }

  String price() {
    return price;
  }
}
