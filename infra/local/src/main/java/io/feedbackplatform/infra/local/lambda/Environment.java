package io.feedbackplatform.infra.local.lambda;

import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.process.ChildProcess;
import io.feedbackplatform.infra.local.process.Port;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * One execution environment: an emulator with the adapter and the application behind it. Like one
 * of Lambda's, it serves one invocation at a time, starts the application at the first, and starts
 * it anew after it died.
 */
final class Environment implements AutoCloseable {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Duration START = Duration.ofSeconds(10);
  private static final Duration INVOCATION = Duration.ofSeconds(LambdaFunction.TIMEOUT + 15);

  private final ChildProcess emulator;
  private final HttpClient http;
  private final URI invocations;

  private Environment(ChildProcess emulator, HttpClient http, int port) {
    this.emulator = emulator;
    this.http = http;
    this.invocations =
        URI.create("http://127.0.0.1:%d/2015-03-31/functions/function/invocations".formatted(port));
  }

  static Environment start(LambdaFunction function, LambdaTools tools, HttpClient http, int number)
      throws IOException, CannotStartException, InterruptedException {
    var invoke = Port.free("emulator");
    var runtime = Port.free("runtime");
    var application = Port.free("application");
    var name = function.name() + "-" + number;
    var emulator =
        ChildProcess.start(
            name,
            List.of(
                tools.emulator().toString(),
                "--runtime-interface-emulator-address",
                "127.0.0.1:" + invoke.number(),
                "--runtime-api-address",
                "127.0.0.1:" + runtime.number(),
                tools.bootstrap().toString(),
                LambdaFunction.HANDLER),
            function.variables(tools, application.number()),
            function.logs().resolve(name + ".log"));
    var environment = new Environment(emulator, http, invoke.number());
    try {
      environment.awaitEmulator(invoke.number());
      return environment;
    } catch (CannotStartException | InterruptedException failure) {
      environment.close();
      throw failure;
    }
  }

  private void awaitEmulator(int port) throws CannotStartException, InterruptedException {
    var deadline = Instant.now().plus(START);
    while (!isListening(port)) {
      if (!emulator.isAlive() || Instant.now().isAfter(deadline)) {
        throw new CannotStartException("The Lambda emulator does not start; see " + emulator.log());
      }
      Thread.sleep(10);
    }
  }

  private static boolean isListening(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  boolean isAlive() {
    return emulator.isAlive();
  }

  Outcome invoke(byte[] event) throws InterruptedException {
    var request =
        HttpRequest.newBuilder(invocations)
            .timeout(INVOCATION)
            .POST(BodyPublishers.ofByteArray(event))
            .build();
    try {
      return outcome(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException gone) {
      return new Outcome.Failed(gone.toString());
    }
  }

  /** Where Lambda says in a header that a function failed, the emulator leaves it to the body. */
  private static Outcome outcome(HttpResponse<byte[]> answer) {
    if (answer.statusCode() != 200) {
      return new Outcome.Failed("the emulator answers " + answer.statusCode());
    }
    try {
      var error = JSON.readTree(answer.body()).path("errorType");
      return error.isMissingNode()
          ? new Outcome.Answered(answer.body())
          : new Outcome.Failed(error.asString());
    } catch (JacksonException noJson) {
      return new Outcome.Failed("what the function answers is not JSON");
    }
  }

  @Override
  public void close() throws IOException {
    emulator.close();
  }
}
