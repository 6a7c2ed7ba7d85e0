package io.feedbackplatform.benchmarks.cost.measure;

import io.feedbackplatform.benchmarks.cost.Measured;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sends requests of one kind to the API and reads what they took. */
final class RequestMeter {

  private static final int WARM_UP = 400;
  private static final int BLOCKS = 5;
  private static final int BLOCK = 100;

  /** Longer than the API remembers a site. */
  private static final long FORGOTTEN_SECONDS = 5;

  private final HttpClient client;
  private final ApiProcess api;
  private final CapacityProxy proxy;

  RequestMeter(HttpClient client, ApiProcess api, CapacityProxy proxy) {
    this.client = client;
    this.api = api;
    this.proxy = proxy;
  }

  Measured.Request measure(int status, Supplier<HttpRequest> request)
      throws IOException, InterruptedException {
    return measure(status, request, request);
  }

  /**
   * @param status that each answer must have
   * @param fresh a request whose sites and origins the API has not seen lately
   */
  Measured.Request measure(int status, Supplier<HttpRequest> fresh, Supplier<HttpRequest> request)
      throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      send(status, request.get());
    }
    TimeUnit.SECONDS.sleep(FORGOTTEN_SECONDS);
    proxy.take();
    send(status, fresh.get());
    return measure(status, request, proxy.take());
  }

  /**
   * The same of a request that comes a moment after another.
   *
   * @param firstStatus that the other's answer must have
   */
  Measured.Request measureAfter(
      int firstStatus, Supplier<HttpRequest> first, int status, Supplier<HttpRequest> request)
      throws IOException, InterruptedException {
    for (int i = 0; i < WARM_UP; i++) {
      send(status, request.get());
    }
    TimeUnit.SECONDS.sleep(FORGOTTEN_SECONDS);
    send(firstStatus, first.get());
    proxy.take();
    send(status, request.get());
    return measure(status, request, proxy.take());
  }

  private Measured.Request measure(int status, Supplier<HttpRequest> request, Consumption forgotten)
      throws IOException, InterruptedException {
    for (int i = 0; i < 2; i++) {
      send(status, request.get());
    }
    proxy.take();
    send(status, request.get());
    var remembered = proxy.take();

    long log = api.logBytes();
    long answers = 0;
    double cpu = Double.MAX_VALUE;
    for (int block = 0; block < BLOCKS; block++) {
      var before = api.cpu();
      for (int i = 0; i < BLOCK; i++) {
        answers += send(status, request.get());
      }
      // Whatever else runs on the machine only adds to it.
      cpu = Math.min(cpu, api.cpu().minus(before).toNanos() / 1e6 / BLOCK);
    }
    int sent = BLOCKS * BLOCK;
    return new Measured.Request(
        forgotten.readUnits(),
        remembered.readUnits(),
        forgotten.counterReadUnits(),
        Numbers.rounded(proxy.take().writeUnits() / sent),
        forgotten.requests(),
        forgotten.transactions(),
        Numbers.rounded(cpu),
        (int) ((api.logBytes() - log) / sent),
        (int) (answers / sent));
  }

  private int send(int status, HttpRequest request) throws IOException, InterruptedException {
    var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          request.method() + " " + request.uri() + " answered " + answer.statusCode());
    }
    return answer.body().length;
  }
}
