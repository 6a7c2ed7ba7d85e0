package io.feedbackplatform.api.server;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.nimbusds.jose.jwk.JWKSet;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.net.URI;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * What the API has around it when it runs for real: DynamoDB, and an issuer that serves its keys.
 */
final class RealApi {

  static final TableNames TABLES = TableNames.ofStage("api-it");

  private RealApi() {}

  /** An issuer of one's own, since the API remembers an issuer's keys and its outages. */
  static WireMockServer startIssuer() {
    var server = new WireMockServer(WireMockConfiguration.options().dynamicPort());
    server.start();
    return server;
  }

  static void serveKeys(WireMockServer server, JWKSet keys) {
    server.stubFor(
        WireMock.get("/.well-known/jwks.json").willReturn(WireMock.okJson(keys.toString())));
  }

  static int fetchesOf(WireMockServer server) {
    return server
        .countRequestsMatching(
            WireMock.getRequestedFor(WireMock.urlPathEqualTo("/.well-known/jwks.json")).build())
        .getCount();
  }

  static URI startDynamoDb() {
    var dynamoDb = LocalDynamoDb.shared();
    try (var client = dynamoDb.client()) {
      LocalDynamoDb.createTables(client, TABLES);
    }
    return dynamoDb.endpoint();
  }

  static void configure(DynamicPropertyRegistry properties, String issuer, URI dynamoDb) {
    // The SDK reads these by itself, as it reads the environment in production.
    System.setProperty("aws.endpointUrlDynamoDb", dynamoDb.toString());
    System.setProperty("aws.accessKeyId", LocalDynamoDb.CREDENTIALS.accessKeyId());
    System.setProperty("aws.secretAccessKey", LocalDynamoDb.CREDENTIALS.secretAccessKey());
    TABLES.toEnvironment().forEach((name, value) -> properties.add(name, () -> value));
    properties.add("AWS_REGION", LocalDynamoDb.REGION::id);
    properties.add("FEEDBACK_ISSUER_URI", () -> issuer);
    properties.add("FEEDBACK_CLIENT_IDS", () -> TestIssuer.CLIENT_ID);
    properties.add("FEEDBACK_CURSOR_SECRET", () -> "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    properties.add("FEEDBACK_PUBLIC_URL", () -> "https://api.example/prod");
    properties.add("server.servlet.context-path", () -> "/prod");
    properties.add("springdoc.api-docs.enabled", () -> "false");
    properties.add("logging.level.io.feedbackplatform.api.request", () -> "warn");
  }
}
