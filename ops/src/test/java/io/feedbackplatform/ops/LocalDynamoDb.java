package io.feedbackplatform.ops;

import java.net.ServerSocket;
import java.net.URI;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.main.ServerRunner;

/** AWS's DynamoDB Local in this process, in memory, for as long as that lasts. */
public final class LocalDynamoDb {

  private static final int PORT = start();

  private LocalDynamoDb() {}

  private static int start() {
    try {
      int port;
      try (var socket = new ServerSocket(0)) {
        port = socket.getLocalPort();
      }
      var server =
          ServerRunner.createServerFromCommandLineArgs(
              new String[] {
                "-inMemory", "-sharedDb", "-disableTelemetry", "-port", Integer.toString(port)
              });
      // By itself it would answer the whole network.
      var field = server.getClass().getDeclaredField("server");
      field.setAccessible(true);
      for (var connector : ((Server) field.get(server)).getConnectors()) {
        ((ServerConnector) connector).setHost("127.0.0.1");
      }
      server.start();
      return port;
    } catch (Exception failure) {
      throw new IllegalStateException("DynamoDB Local does not start", failure);
    }
  }

  public static URI endpoint() {
    return URI.create("http://127.0.0.1:" + PORT);
  }

  public static DynamoDbClient client() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** An operations table like the one of a stage. */
  public static void createTable(String name) {
    try (var client = client()) {
      client.createTable(table ->
          table
              .tableName(name)
              .billingMode(BillingMode.PAY_PER_REQUEST)
              .keySchema(
                  key -> key.attributeName("pk").keyType(KeyType.HASH),
                  key -> key.attributeName("sk").keyType(KeyType.RANGE))
              .attributeDefinitions(
                  each -> each.attributeName("pk").attributeType(ScalarAttributeType.S),
                  each -> each.attributeName("sk").attributeType(ScalarAttributeType.S)));
    }
  }
}
