package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.login.CodeFlow;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a tenant's owner and its visitors can do over HTTP. */
record TenantApi(RunInfo system, RunInfo.Tenant tenant) {

  /** Every piece of feedback of the tenant, page by page, as its owner sees it. */
  List<JsonNode> feedback() throws Exception {
    var token = token();
    var items = new ArrayList<JsonNode>();
    var path = "/feedback?limit=100";
    while (true) {
      var page = get(path, token);
      page.path("items").forEach(items::add);
      if (!page.has("lastKey")) {
        return items;
      }
      path = "/feedback?limit=100&lastKey=" + page.path("lastKey").asString();
    }
  }

  /** What the tenant's counters say. */
  long counted() throws Exception {
    return get("/analytics", token()).path("totalFeedback").asLong();
  }

  /** How many opened forms were counted, and how many of them were sent. */
  Forms forms() throws Exception {
    var rate = get("/analytics", token()).path("scores").path("responseRate");
    long opened = rate.path("n").asLong(0);
    return new Forms(opened, Math.round(rate.path("value").asDouble(0) * opened / 100));
  }

  record Forms(long opened, long sent) {}

  /** How many pieces of feedback of each mood the counters tell. */
  JsonNode moods() throws Exception {
    return get("/analytics", token()).path("sentiment");
  }

  /** One piece of feedback, as the tenant's owner sees it. */
  JsonNode feedback(String id) throws Exception {
    return get("/feedback/" + id, token());
  }

  /** Sends as a visitor of the tenant's shop. */
  HttpResponse<String> submit(HttpClient http, Map<String, Object> body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(system.api() + "/feedback"))
            .header("Content-Type", "application/json")
            .header("Origin", tenant.origin())
            .header("X-Site-Key", tenant.siteKey())
            .POST(HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body)))
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  /** A challenge for a visitor of the tenant's shop. */
  String challenge(HttpClient http) throws Exception {
    return asPage(http, "/widget/challenge");
  }

  /** How the shop's widget looks and what it has to show. */
  String config(HttpClient http) throws Exception {
    return asPage(http, "/widget/config");
  }

  private String asPage(HttpClient http, String path) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(system.api() + path))
            .header("Origin", tenant.origin())
            .header("X-Site-Key", tenant.siteKey())
            .build();
    return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** Moves feedback to a status, as the tenant's owner. */
  void move(HttpClient http, String feedbackId, String status) throws Exception {
    patch(http, "/feedback/" + feedbackId, "{\"status\": \"" + status + "\"}");
  }

  /** Says who judges moods, as the tenant's owner. */
  void judgedBy(HttpClient http, String analyzer) throws Exception {
    patch(http, "/settings", "{\"sentimentBy\": \"" + analyzer + "\"}");
  }

  private void patch(HttpClient http, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(system.api() + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + token())
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
            .build();
    var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new AssertionError("PATCH gives " + answer.statusCode() + ": " + answer.body());
    }
  }

  private String token() throws Exception {
    var owner = tenant.logins().getFirst();
    return new CodeFlow(
            URI.create(system.issuer()), ChildEnvironments.CLI_CLIENT, Pool.CLI_CALLBACK)
        .signIn(owner.username(), owner.password())
        .accessToken();
  }

  private JsonNode get(String path, String token) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create(system.api() + path))
            .header("Authorization", "Bearer " + token)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new AssertionError(path + " gives " + answer.statusCode() + ": " + answer.body());
      }
      return JsonMapper.shared().readTree(answer.body());
    }
  }
}
