package io.feedbackplatform.infra.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;

/**
 * A port on loopback.
 *
 * @param user what it is for, in a few words
 */
public record Port(int number, String user) {

  public Port {
    if (number < 1 || number > 65535) {
      throw new IllegalArgumentException("Port " + number + " (" + user + ") is not 1 to 65535.");
    }
  }

  /** A port that nobody uses at the moment. */
  public static Port free(String user) {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return new Port(socket.getLocalPort(), user);
    } catch (IOException e) {
      throw new IllegalStateException("There is no free port.", e);
    }
  }

  public URI url() {
    return URI.create("http://localhost:" + number);
  }

  /** Whether a server could use it now. */
  public boolean isFree() {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), number));
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
