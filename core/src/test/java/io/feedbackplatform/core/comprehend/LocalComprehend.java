package io.feedbackplatform.core.comprehend;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.ComprehendClientBuilder;

/**
 * As much of Amazon Comprehend's HTTP interface as judging moods needs. It goes by words: "good" is
 * positive, "bad" negative, both mixed, and what has "broken" or "odd" in it ends in the list of
 * errors, as the service's fault or its own; what is "halved" has no score.
 */
public final class LocalComprehend implements AutoCloseable {

  private static final String TARGET = "Comprehend_20171127.BatchDetectSentiment";
  private static final String TYPE = "application/x-amz-json-1.1";

  private final WireMockServer server =
      new WireMockServer(options().dynamicPort().extensions(new Judge()));

  /** What it was asked. */
  public record Asked(String languageCode, List<String> texts) {}

  public LocalComprehend() {
    server.start();
    server.stubFor(
        post(urlEqualTo("/"))
            .atPriority(10)
            .withHeader("X-Amz-Target", equalTo(TARGET))
            .withHeader("Content-Type", equalTo(TYPE))
            .willReturn(aResponse().withTransformers(Judge.NAME)));
  }

  /** Answers the next requests with a fault, and those after them as ever. */
  public void fails(int times, int status, String type) {
    for (int i = 0; i < times; i++) {
      server.stubFor(
          post(urlEqualTo("/"))
              .atPriority(1)
              .inScenario("fault")
              .whenScenarioStateIs(i == 0 ? STARTED : "fault " + i)
              .willSetStateTo("fault " + (i + 1))
              .willReturn(
                  aResponse()
                      .withStatus(status)
                      .withHeader("Content-Type", TYPE)
                      .withBody(Json.write(Map.of("__type", type, "Message", "not now")))));
    }
  }

  /** Every request so far, in order. */
  public List<Asked> asked() {
    return server.findAll(postRequestedFor(urlEqualTo("/"))).stream()
        .map(request -> Judge.read(request.getBodyAsString()))
        .toList();
  }

  public URI endpoint() {
    return URI.create(server.baseUrl());
  }

  /** For a client that asks here. */
  public ComprehendClientBuilder clientBuilder() {
    return ComprehendClient.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create());
  }

  @Override
  public void close() {
    server.stop();
  }

  private static final class Judge implements ResponseDefinitionTransformerV2 {

    static final String NAME = "judge";

    @Override
    public String getName() {
      return NAME;
    }

    @Override
    public boolean applyGlobally() {
      return false;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
      var texts = read(event.getRequest().getBodyAsString()).texts();
      var results = new ArrayList<Map<String, Object>>();
      var errors = new ArrayList<Map<String, Object>>();
      for (int i = 0; i < texts.size(); i++) {
        var text = texts.get(i).toLowerCase(Locale.ROOT);
        if (text.contains("broken")) {
          errors.add(error(i, "INTERNAL_SERVER_ERROR"));
        } else if (text.contains("odd")) {
          errors.add(error(i, "INVALID_DOCUMENT"));
        } else if (text.contains("halved")) {
          results.add(Map.of("Index", i, "Sentiment", "NEUTRAL"));
        } else {
          results.add(result(i, text.contains("good"), text.contains("bad")));
        }
      }
      return aResponse()
          .withHeader("Content-Type", TYPE)
          .withBody(Json.write(Map.of("ResultList", results, "ErrorList", errors)))
          .build();
    }

    private static Map<String, Object> error(int index, String code) {
      return Map.of("Index", index, "ErrorCode", code, "ErrorMessage", "no");
    }

    private static Map<String, Object> result(int index, boolean good, boolean bad) {
      var label = good ? (bad ? "MIXED" : "POSITIVE") : bad ? "NEGATIVE" : "NEUTRAL";
      double positive = good ? (bad ? 0.25 : 0.9375) : 0.03125;
      double negative = bad ? (good ? 0.125 : 0.9375) : 0.03125;
      return Map.of(
          "Index", index,
          "Sentiment", label,
          "SentimentScore",
              Map.of("Positive", positive, "Negative", negative, "Neutral", 0.01, "Mixed", 0.01));
    }

    @SuppressWarnings("unchecked")
    static Asked read(String body) {
      var request = (Map<String, Object>) Json.read(body, Map.class);
      return new Asked(
          (String) request.get("LanguageCode"), (List<String>) request.get("TextList"));
    }
  }
}
