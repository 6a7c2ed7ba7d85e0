package io.feedbackplatform.ops.notification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import tools.jackson.databind.json.JsonMapper;

/** To a channel of Slack. */
public final class SlackNotifications implements Notifications {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Supplier<URI> webhook;
  private final Duration limit;

  /**
   * @param webhook asked for each message, so that a new secret holds at once
   * @param limit for connecting, and again for the whole request
   */
  public SlackNotifications(Supplier<URI> webhook, Duration limit) {
    this.webhook = webhook;
    this.limit = limit;
  }

  @Override
  public void send(Notification notification) {
    var text = "*" + notification.subject() + "*\n" + notification.text();
    var request =
        HttpRequest.newBuilder(webhook.get())
            .timeout(limit)
            .header("content-type", "application/json; charset=utf-8")
            .POST(
                HttpRequest.BodyPublishers.ofByteArray(
                    JSON.writeValueAsBytes(Map.of("text", escaped(text)))))
            .build();
    try (var client =
        HttpClient.newBuilder()
            .connectTimeout(limit)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build()) {
      var status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException("Slack answered " + status);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("Slack cannot be reached", failure);
    } catch (InterruptedException ending) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while posting to Slack", ending);
    }
  }

  /** What Slack gives a meaning to (api.slack.com, "Formatting text for app surfaces"). */
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
