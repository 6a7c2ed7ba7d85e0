package io.feedbackplatform.infra.local.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;

/** Waits until a program answers. */
public final class Readiness {

  private static final Duration POLL_PAUSE = Duration.ofMillis(150);

  private final Duration patience;

  public Readiness(Duration patience) {
    this.patience = patience;
  }

  /**
   * Returns when the URL answers 200.
   *
   * @throws CannotStartException when the program ended or took too long
   */
  public void await(Program program, URI health) throws CannotStartException, InterruptedException {
    var deadline = Instant.now().plus(patience);
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build()) {
      while (!answers(http, health)) {
        if (!program.isAlive()) {
          throw new CannotStartException(
              "The " + program.name() + " ended while starting; see " + program.log());
        }
        if (Instant.now().isAfter(deadline)) {
          throw new CannotStartException(
              "The %s does not answer at %s after %d s; see %s"
                  .formatted(program.name(), health, patience.toSeconds(), program.log()));
        }
        Thread.sleep(POLL_PAUSE);
      }
    }
  }

  private static boolean answers(HttpClient http, URI health) throws InterruptedException {
    var request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(5)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }
}
