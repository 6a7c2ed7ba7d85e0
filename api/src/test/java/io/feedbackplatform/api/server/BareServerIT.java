package io.feedbackplatform.api.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.member.Member;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the server itself says to a caller that hardly speaks HTTP. Behind a gateway no such request
 * arrives, so these run against the application in this process only.
 */
class BareServerIT {

  private static KeyServer keyServer;
  private static TestIssuer issuer;
  private static RealApi real;

  private TestTenant tenant;

  @BeforeAll
  static void start() {
    keyServer = KeyServer.start();
    issuer = new TestIssuer(keyServer.url());
    keyServer.serve(issuer.publicKeys());
    real = RealApi.start(new InProcessApi(), keyServer.url());
  }

  @AfterAll
  static void stop() {
    real.close();
    keyServer.close();
  }

  @BeforeEach
  void openTenant() {
    tenant = TestTenant.in(real.storage());
  }

  @Test
  void saysWhatIsWrongWithAQueryThatCannotBeDecoded() throws IOException {
    for (var query : List.of("limit=%zz", "limit=%ff", "lastKey=%", "%ff=1")) {
      var answer =
          raw(
              "GET /prod/feedback?"
                  + query
                  + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                  + "Authorization: Bearer "
                  + issuer.tokenFor(tenant.member())
                  + "\r\n\r\n");
      assertThat(answer).as(query).startsWith("HTTP/1.1 400 ");
      assertIsProblem(answer);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /prod/feedback?x=<script> HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/fe{ed}back HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/feedback/%zz HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/feedback/%ff HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/feedback/%00 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /prod/health HTTP/1.1\r\n\r\n",
        "GET /prod/health HTTP/1.1\r\nHost: a b\r\n\r\n",
        "GET /prod/health HTTP/1.1\r\nHost: x\r\nBad Name: x\r\n\r\n",
        "GET /prod/health HTTP/9.9\r\nHost: x\r\n\r\n",
        "G<T /prod/health HTTP/1.1\r\nHost: x\r\n\r\n",
        "GARBAGE\r\n\r\n",
        "GET /elsewhere HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "GET /prod HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "TRACE /prod/health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
        "POST /prod/events HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}",
        "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n{}",
        "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n"
      })
  void answersWhatIsHardlyHttpWithAProblem(String request) throws IOException {
    var answer = raw(request);

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertIsProblem(answer);
  }

  @Test
  void answersHeadersBeyondAllBoundsWithAProblem() throws IOException {
    var answer =
        raw("GET /prod/health HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(20_000) + "\r\n\r\n");

    assertThat(answer).startsWith("HTTP/1.1 4");
    assertIsProblem(answer);
  }

  @Test
  void answersABrokenChunkWithAProblem() throws IOException {
    var answer =
        raw(
            "POST /prod/feedback HTTP/1.1\r\nHost: x\r\nX-Site-Key: "
                + tenant.key().value()
                + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nZZ\r\n");

    assertThat(answer).startsWith("HTTP/1.1 400 ");
    assertIsProblem(answer);
  }

  /** Else a tenant that loses an entry would have an export that seems to be whole. */
  @Test
  void cutsTheConnectionWhenAnAnswerFailsThatHasBegun() {
    var owner = new UserId("owner-of-" + tenant.id());
    var members = real.storage().members();
    for (int i = 0; i < 40; i++) {
      var user = i == 0 ? owner : new UserId("member-" + i + "-of-" + tenant.id());
      members.add(tenant.id(), new Member(user, Role.OWNER, Instant.now(), null), Actor.platform());
    }
    var token = issuer.tokenFor(owner);
    var whole = real.calls().get("/audit/export", token);
    assertThat(whole.statusCode()).isEqualTo(200);
    assertThat(whole.body().lines().reduce("", (one, next) -> next)).startsWith("{\"count\":");

    RealApi.ruinAudit(tenant.id(), 40);

    assertThatThrownBy(() -> real.calls().get("/audit/export", token))
        .isInstanceOf(UncheckedIOException.class);
  }

  private String raw(String request) throws IOException {
    try (var socket = new Socket("localhost", real.url().getPort())) {
      socket.setSoTimeout(15_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static void assertIsProblem(String answer) {
    assertThat(answer)
        .contains("application/problem+json", "\"code\":", "X-Request-Id")
        .doesNotContainIgnoringCase("<html", "tomcat", "java.", "Exception");
  }
}
