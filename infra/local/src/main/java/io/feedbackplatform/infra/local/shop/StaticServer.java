package io.feedbackplatform.infra.local.shop;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** A web server on loopback for files that do not change while it runs. */
public final class StaticServer implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads;

  private StaticServer(HttpServer server, ExecutorService threads) {
    this.server = server;
    this.threads = threads;
  }

  /** Serves the widget's files as its CDN does. */
  public static StaticServer widget(int port) throws IOException {
    return start(port, new WidgetFiles()::find, true);
  }

  /** Serves one shop. */
  public static StaticServer shop(int port, ShopPage page) throws IOException {
    return start(port, page::find, false);
  }

  private static StaticServer start(
      int port, Function<Path, Optional<Content>> files, boolean anyOrigin) throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    var server = HttpServer.create(address, 0);
    var threads = Executors.newVirtualThreadPerTaskExecutor();
    server.setExecutor(threads);
    server.createContext("/", exchange -> answer(exchange, files, anyOrigin));
    server.start();
    return new StaticServer(server, threads);
  }

  private static void answer(
      HttpExchange exchange, Function<Path, Optional<Content>> files, boolean anyOrigin)
      throws IOException {
    try (exchange) {
      var headers = exchange.getResponseHeaders();
      headers.set("X-Content-Type-Options", "nosniff");
      if (anyOrigin) {
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Cross-Origin-Resource-Policy", "cross-origin");
      }
      var method = exchange.getRequestMethod();
      if (!method.equals("GET") && !method.equals("HEAD")) {
        headers.set("Allow", "GET, HEAD");
        exchange.sendResponseHeaders(405, -1);
        return;
      }
      var content = files.apply(Path.of(exchange.getRequestURI().getPath()).normalize());
      if (content.isEmpty()) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      headers.set("Content-Type", content.get().type());
      headers.set("Cache-Control", content.get().cacheControl());
      if (method.equals("HEAD")) {
        exchange.sendResponseHeaders(200, -1);
      } else {
        exchange.sendResponseHeaders(200, content.get().bytes().length);
        exchange.getResponseBody().write(content.get().bytes());
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.close();
  }
}
