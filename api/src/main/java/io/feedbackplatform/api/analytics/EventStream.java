package io.feedbackplatform.api.analytics;

import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Server-sent events, each of which is sent when it is written.
 *
 * @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">HTML, 9.2</a>
 */
final class EventStream {

  private final ServletOutputStream out;

  EventStream(ServletOutputStream out) {
    this.out = out;
  }

  /** After what time a client comes back when the stream has ended. */
  void retry(Duration pause) throws IOException {
    send("retry: " + pause.toMillis() + "\n\n");
  }

  /**
   * @param data one line
   */
  void event(String name, Object id, String data) throws IOException {
    send("id: " + id + "\nevent: " + name + "\ndata: " + data + "\n\n");
  }

  /** Says nothing, and finds out whether anybody is there. */
  void heartbeat() throws IOException {
    send(":\n\n");
  }

  private void send(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
