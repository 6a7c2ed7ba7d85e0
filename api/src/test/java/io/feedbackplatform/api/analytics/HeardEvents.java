package io.feedbackplatform.api.analytics;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.server.HttpCalls;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A client that listens to live figures and keeps what it hears. */
final class HeardEvents implements AutoCloseable {

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final HttpResponse<InputStream> answer;
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final CountDownLatch end = new CountDownLatch(1);

  HeardEvents(HttpCalls calls, String credential, String... headers) {
    try {
      var request =
          calls
              .to("/analytics/live", headers)
              .header("Authorization", "Bearer " + credential)
              .header("Accept", "text/event-stream");
      answer = client.send(request.build(), BodyHandlers.ofInputStream());
    } catch (IOException | InterruptedException failure) {
      throw new AssertionError(failure);
    }
    Thread.ofVirtual().start(this::read);
  }

  private void read() {
    try (var reader =
        new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    } catch (IOException | RuntimeException closed) {
      // the end
    } finally {
      end.countDown();
    }
  }

  int status() {
    return answer.statusCode();
  }

  HttpResponse<InputStream> answer() {
    return answer;
  }

  List<String> lines() {
    return lines;
  }

  List<String> ids() {
    return named("id: ");
  }

  /** How much feedback each event knew of. */
  List<Integer> totals() {
    return named("data: ").stream()
        .map(data -> JsonPath.<Integer>read(data, "$.total.totalFeedback"))
        .toList();
  }

  private List<String> named(String field) {
    return lines.stream()
        .filter(line -> line.startsWith(field))
        .map(line -> line.substring(field.length()))
        .toList();
  }

  boolean hasEnded() {
    return end.getCount() == 0;
  }

  boolean endsWithin(long seconds) {
    try {
      return end.await(seconds, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
