package io.feedbackplatform.core.dynamodb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/**
 * AWS's DynamoDB Local in this process. It has a class loader of its own, because it brings
 * libraries (Jetty, Jackson, Log4j) in versions that an application on the same class path could
 * not bear.
 */
public final class LocalDynamoDb implements AutoCloseable {

  /** What the server takes for an account: everything with the same region lies together. */
  public static final Region REGION = Region.EU_CENTRAL_1;

  /** Any would do: the server checks none. */
  public static final AwsBasicCredentials CREDENTIALS =
      AwsBasicCredentials.create("local", "local");

  private static final String SERVER = "software.amazon.dynamodb.services.local.main.ServerRunner";

  private static @Nullable LocalDynamoDb shared;

  private final Object server;
  private final int port;

  private LocalDynamoDb(Object server, int port) {
    this.server = server;
    this.port = port;
  }

  /**
   * One server for all tests of this process, in memory, on a free port; it ends with the process.
   */
  public static synchronized LocalDynamoDb shared() {
    if (shared == null) {
      shared = start(freePort(), List.of("-inMemory"));
    }
    return shared;
  }

  /** A server that keeps its data in a folder, which it makes if need be. */
  public static LocalDynamoDb start(int port, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
    return start(port, List.of("-dbPath", folder.toString()));
  }

  private static LocalDynamoDb start(int port, List<String> data) {
    var arguments =
        new ArrayList<>(List.of("-port", Integer.toString(port), "-sharedDb", "-disableTelemetry"));
    arguments.addAll(data);
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    var loader = ServerClassLoader.create();
    thread.setContextClassLoader(loader);
    try {
      var server =
          loader
              .loadClass(SERVER)
              .getMethod("createServerFromCommandLineArgs", String[].class)
              .invoke(null, (Object) arguments.toArray(String[]::new));
      bindToLoopback(server);
      server.getClass().getMethod("start").invoke(server);
      return new LocalDynamoDb(server, port);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("DynamoDB Local does not start on port " + port, failure);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  /** By itself the server would answer the whole network, and it checks no credentials. */
  private static void bindToLoopback(Object server) throws ReflectiveOperationException {
    var field = server.getClass().getDeclaredField("server");
    field.setAccessible(true);
    var jetty = field.get(server);
    for (var connector : (Object[]) jetty.getClass().getMethod("getConnectors").invoke(jetty)) {
      connector.getClass().getMethod("setHost", String.class).invoke(connector, "127.0.0.1");
    }
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + port);
  }

  public DynamoDbClient client() {
    return clientBuilder().build();
  }

  /** For clients that need something more, such as an interceptor. */
  public DynamoDbClientBuilder clientBuilder() {
    return DynamoDbClient.builder()
        .endpointOverride(endpoint())
        .region(REGION)
        .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
        .httpClient(UrlConnectionHttpClient.create());
  }

  public DynamoDbStreamsClient streamsClient() {
    return DynamoDbStreamsClient.builder()
        .endpointOverride(endpoint())
        .region(REGION)
        .credentialsProvider(StaticCredentialsProvider.create(CREDENTIALS))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Creates those tables of the layout that are not there yet. */
  public static void createTables(DynamoDbClient client, TableNames names) {
    var present = client.listTablesPaginator().tableNames().stream().toList();
    TableLayout.ALL.stream()
        .filter(layout -> !present.contains(names.of(layout)))
        .forEach(layout -> createTable(client, names.of(layout), layout));
  }

  private static void createTable(DynamoDbClient client, String name, TableLayout layout) {
    var attributes = new ArrayList<>(List.of(TableLayout.PARTITION_KEY, TableLayout.SORT_KEY));
    layout
        .indexes()
        .forEach(index -> attributes.addAll(List.of(index.partitionKey(), index.sortKey())));
    client.createTable(table -> {
      table
          .tableName(name)
          .billingMode(BillingMode.PAY_PER_REQUEST)
          .keySchema(keys(TableLayout.PARTITION_KEY, TableLayout.SORT_KEY))
          .attributeDefinitions(
              attributes.stream()
                  .map(attribute ->
                      AttributeDefinition.builder()
                          .attributeName(attribute)
                          .attributeType(ScalarAttributeType.S)
                          .build())
                  .toList());
      if (!layout.indexes().isEmpty()) {
        table.globalSecondaryIndexes(
            layout.indexes().stream()
                .map(index ->
                    GlobalSecondaryIndex.builder()
                        .indexName(index.name())
                        .keySchema(keys(index.partitionKey(), index.sortKey()))
                        .projection(projection -> projection.projectionType(ProjectionType.ALL))
                        .build())
                .toList());
      }
      if (layout.stream()) {
        table.streamSpecification(
            stream -> stream.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES));
      }
    });
    if (layout.timeToLive() != null) {
      client.updateTimeToLive(request ->
          request
              .tableName(name)
              .timeToLiveSpecification(
                  ttl -> ttl.attributeName(layout.timeToLive()).enabled(true)));
    }
  }

  private static List<KeySchemaElement> keys(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  @Override
  public void close() {
    try {
      server.getClass().getMethod("stop").invoke(server);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("DynamoDB Local does not stop", failure);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }
}
