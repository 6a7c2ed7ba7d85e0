package io.feedbackplatform.infra.cdk;

import java.util.Collection;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.IConstruct;
import software.constructs.IDependable;

/**
 * API Gateway in front of the API's function. It is made before the function, which is told its
 * address, and serves once it is told the function.
 */
sealed interface Gateway permits RestGateway, HttpGateway {

  /** Steady requests a second of all callers together; more are answered with 429. */
  int REQUESTS_A_SECOND = 5_000;

  /** How many of a second's requests may come at once. */
  int BURST = 1_000;

  Front front();

  LogGroup accessLogs();

  /** What a name of the gateway can be mapped to, once it is there. */
  IDependable stage();

  /**
   * Sends the function every request for one of these paths, with any method, and no other.
   *
   * @param paths as OpenAPI writes them
   */
  void serve(Alias function, Collection<String> paths);

  /** Once the routes are there. */
  static void explainOpenRoutes(IConstruct api) {
    Explained.finding(
        api,
        "APIG4",
        "The API authenticates: site keys and memberships are in its tables, and it tells how to mend a refusal.");
  }
}
