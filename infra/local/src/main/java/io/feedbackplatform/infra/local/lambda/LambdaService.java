package io.feedbackplatform.infra.local.lambda;

import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.process.Program;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a function in as many environments as it needs, up to a limit. An idle one is used before
 * another is started, the last used first; one that broke is replaced. Where Lambda would refuse an
 * invocation beyond the limit, here it waits for its turn.
 */
public final class LambdaService implements Program, AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(LambdaService.class);

  private final LambdaFunction function;
  private final LambdaTools tools;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore turns;
  private final Deque<Environment> idle = new ArrayDeque<>();
  private final List<Environment> all = new ArrayList<>();
  private int started;
  private boolean closed;

  public LambdaService(LambdaFunction function, LambdaTools tools, int environments) {
    this.function = function;
    this.tools = tools;
    this.turns = new Semaphore(environments, true);
  }

  @Override
  public String name() {
    return function.name();
  }

  /** The folder: each environment has a log of its own. */
  @Override
  public Path log() {
    return function.logs();
  }

  /** An environment that dies is replaced. */
  @Override
  public boolean isAlive() {
    return true;
  }

  /** Invokes the function and returns how that ended; it does not throw because it failed. */
  public Outcome invoke(byte[] event) throws InterruptedException {
    turns.acquire();
    try {
      var environment = take();
      try {
        return environment.invoke(event);
      } finally {
        giveBack(environment);
      }
    } catch (CannotStartException | IOException failure) {
      log.warn("no environment starts", failure);
      return new Outcome.Failed("no environment starts");
    } finally {
      turns.release();
    }
  }

  private synchronized Environment take()
      throws IOException, CannotStartException, InterruptedException {
    while (!idle.isEmpty()) {
      var environment = idle.removeFirst();
      if (environment.isAlive()) {
        return environment;
      }
      discard(environment);
    }
    if (closed) {
      throw new CannotStartException("It was stopped");
    }
    var environment = Environment.start(function, tools, http, ++started);
    all.add(environment);
    return environment;
  }

  private synchronized void giveBack(Environment environment) throws IOException {
    if (environment.isAlive() && !closed) {
      idle.addFirst(environment);
    } else {
      discard(environment);
    }
  }

  private void discard(Environment environment) throws IOException {
    all.remove(environment);
    environment.close();
  }

  @Override
  public void close() throws IOException {
    List<Environment> running;
    synchronized (this) {
      closed = true;
      idle.clear();
      running = List.copyOf(all);
      all.clear();
    }
    for (var environment : running) {
      environment.close();
    }
    http.close();
  }
}
