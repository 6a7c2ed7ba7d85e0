package io.feedbackplatform.api.isolation;

import io.feedbackplatform.api.server.HttpCalls;
import io.feedbackplatform.api.server.InProcessApi;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.server.TenantWatch;
import io.feedbackplatform.api.testing.TestIssuer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;

/**
 * The API as it runs for real, on DynamoDB, with a tenant that owns things and one that is curious.
 */
final class TwoTenants implements AutoCloseable {

  private final KeyServer keyServer = KeyServer.start();
  private final TenantWatch watch = new TenantWatch();
  private final InProcessApi launcher = new InProcessApi(watch);
  private final RealApi real;
  private final HttpCalls calls;
  private final MarkedTenant owner;
  private final MarkedTenant stranger;

  TwoTenants() {
    var issuer = new TestIssuer(keyServer.url());
    keyServer.serve(issuer.publicKeys());
    real = RealApi.start(launcher, keyServer.url());
    calls = real.calls();
    owner = MarkedTenant.in(real, issuer);
    stranger = MarkedTenant.in(real, issuer);
  }

  MarkedTenant owner() {
    return owner;
  }

  MarkedTenant stranger() {
    return stranger;
  }

  List<Operation> operations() {
    return Operation.of(launcher.handlers());
  }

  /** Sends it, and afterwards brings back what the caller's tenant has lost by it. */
  Answer send(MarkedTenant caller, Attempt attempt) {
    var answer = send(attempt);
    if (attempt.writes() && answer.status() < 300) {
      caller.restock();
    }
    return answer;
  }

  private Answer send(Attempt attempt) {
    var request = calls.to(attempt.path() + attempt.query());
    attempt.headers().forEach(request::header);
    if (!attempt.body().isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    return Answer.of(
        calls.send(request.method(attempt.method(), BodyPublishers.ofString(attempt.body()))));
  }

  @Override
  public void close() {
    try (keyServer) {
      System.out.printf(
          "%,d accesses to DynamoDB, %d of them for another than the caller's tenant%n",
          watch.accesses(), watch.faults().size());
      real.close();
    }
  }
}
