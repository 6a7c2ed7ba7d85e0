package io.feedbackplatform.benchmarks.freshness;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The first demo tenant of the system that runs in a folder, as its visitors and team see it. */
final class LocalTenant implements AutoCloseable {

  /** So many that the limit of one address is out of the way. */
  private static final int ADDRESSES = 40;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final URI api;
  private final JsonNode tenant;
  private final String token;
  private final HttpClient team = HttpClient.newHttpClient();
  private final List<HttpClient> visitors = new ArrayList<>();

  private LocalTenant(URI api, JsonNode tenant, String token) throws IOException {
    this.api = api;
    this.tenant = tenant;
    this.token = token;
    for (int last = 1; last <= ADDRESSES; last++) {
      var address = InetAddress.getByAddress(new byte[] {127, 0, 1, (byte) last});
      visitors.add(HttpClient.newBuilder().localAddress(address).build());
    }
  }

  /**
   * @throws IOException when nothing runs there
   */
  static LocalTenant of(Path folder) throws IOException, InterruptedException {
    var running = folder.resolve(".local").resolve("run.json");
    if (!Files.exists(running)) {
      throw new IOException("Nothing is running here; start it with ./run");
    }
    var info = JSON.readTree(running);
    var tenant = info.path("tenants").path(0);
    var owner = tenant.path("logins").path(0).path("username").asString();
    return new LocalTenant(URI.create(info.path("api").asString()), tenant, token(folder, owner));
  }

  private static String token(Path folder, String username)
      throws IOException, InterruptedException {
    var command =
        new ProcessBuilder(folder.resolve("run").toString(), "token", username)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    var token = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    if (command.waitFor() != 0) {
      throw new IOException("./run token gives no token; is everything running?");
    }
    return token;
  }

  /** Returns once the submission is acknowledged. */
  void submit(int number) throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api + "/feedback"))
            .header("Content-Type", "application/json")
            .header("Origin", tenant.path("origin").asString())
            .header("X-Site-Key", tenant.path("siteKey").asString())
            .POST(BodyPublishers.ofString("{\"rating\":4,\"message\":\"Sample " + number + "\"}"))
            .build();
    expect(201, visitors.get(number % ADDRESSES).send(request, BodyHandlers.ofString()));
  }

  /** How much feedback the tenant's analytics know of. */
  long counted() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(api + "/analytics"))
            .header("Authorization", "Bearer " + token)
            .build();
    var answer = expect(200, team.send(request, BodyHandlers.ofString()));
    return JSON.readTree(answer.body()).path("totalFeedback").asLong();
  }

  private static HttpResponse<String> expect(int status, HttpResponse<String> answer)
      throws IOException {
    if (answer.statusCode() != status) {
      throw new IOException(
          answer.request().uri() + " gives " + answer.statusCode() + ": " + answer.body());
    }
    return answer;
  }

  @Override
  public void close() {
    team.close();
    visitors.forEach(HttpClient::close);
  }
}
