package io.feedbackplatform.api.isolation;

import io.feedbackplatform.api.server.HttpCalls;
import io.feedbackplatform.api.server.InProcessApi;
import io.feedbackplatform.api.server.KeyServer;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.server.TenantWatch;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The API as it runs for real, on DynamoDB, with a tenant that owns things and one that is curious.
 */
final class TwoTenants implements AutoCloseable {

  private final KeyServer keyServer = KeyServer.start();
  private final TestIssuer issuer = new TestIssuer(keyServer.url());
  private final TenantWatch watch;
  private final InProcessApi launcher;
  private final RealApi real;
  private final HttpCalls calls;
  private final MarkedTenant owner;
  private final MarkedTenant stranger;

  TwoTenants() {
    this(UnaryOperator.identity());
  }

  /**
   * @param storage what the API is to work on instead of its storage
   */
  TwoTenants(UnaryOperator<Storage> storage) {
    watch = new TenantWatch(storage);
    launcher = new InProcessApi(watch);
    keyServer.serve(issuer.publicKeys());
    real = RealApi.start(launcher.asFunction(), keyServer.url());
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

  /** One more. */
  MarkedTenant another() {
    return MarkedTenant.in(real, issuer);
  }

  /** One more, without an owner. */
  MarkedTenant withoutOwner() {
    return MarkedTenant.withoutOwner(real, issuer);
  }

  TestIssuer issuer() {
    return issuer;
  }

  /** What an operator of the platform shows. */
  Map<String, String> operator(UserId user) {
    var token =
        issuer.token(user, claims -> claims.claim("cognito:groups", List.of("platform-operators")));
    return Map.of("Authorization", "Bearer " + token);
  }

  /** What the API works on. */
  Storage storage() {
    return real.storage();
  }

  List<Operation> allOperations() {
    return Operation.all(launcher.handlers());
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

  Answer send(Attempt attempt) {
    return send(attempt, attempt.body().getBytes(StandardCharsets.UTF_8));
  }

  /** The same with another body, which may be no text at all. */
  Answer send(Attempt attempt, byte[] body) {
    var request = calls.to(attempt.path() + attempt.query());
    attempt.headers().forEach(request::header);
    if (body.length > 0) {
      request.header("Content-Type", "application/json");
    }
    return Answer.of(
        calls.send(request.method(attempt.method(), BodyPublishers.ofByteArray(body))));
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
