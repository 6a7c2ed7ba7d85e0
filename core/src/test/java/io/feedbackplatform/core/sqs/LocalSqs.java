package io.feedbackplatform.core.sqs;

import io.feedbackplatform.core.dynamodb.ServerClassLoader;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * ElasticMQ, which speaks the protocol of Amazon SQS, in this process, on loopback and in memory.
 * It has a class loader of its own, because it brings Scala and its libraries.
 */
public final class LocalSqs implements AutoCloseable {

  /** What ElasticMQ takes for an account, unless told otherwise. */
  private static final String ACCOUNT = "000000000000";

  private static final String SERVER = "org.elasticmq.rest.sqs.SQSRestServerBuilder";

  private static @Nullable LocalSqs shared;

  private final Object server;
  private final int port;

  private LocalSqs(Object server, int port) {
    this.server = server;
    this.port = port;
  }

  /** One server for all tests of this process, on a free port; it ends with the process. */
  public static synchronized LocalSqs shared() {
    if (shared == null) {
      shared = start(0);
    }
    return shared;
  }

  /**
   * @param port where to listen; 0 for any that is free
   */
  public static LocalSqs start(int port) {
    var thread = Thread.currentThread();
    var before = thread.getContextClassLoader();
    var loader = ServerClassLoader.create();
    thread.setContextClassLoader(loader);
    try {
      var builder = loader.loadClass(SERVER);
      var configured = builder.getMethod("withPort", int.class).invoke(null, port);
      var onLoopback =
          configured
              .getClass()
              .getMethod("withInterface", String.class)
              .invoke(configured, "127.0.0.1");
      var server = onLoopback.getClass().getMethod("start").invoke(onLoopback);
      var binding = server.getClass().getMethod("waitUntilStarted").invoke(server);
      var address = binding.getClass().getMethod("localAddress").invoke(binding);
      return new LocalSqs(server, ((java.net.InetSocketAddress) address).getPort());
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("ElasticMQ does not start on port " + port, failure);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  public URI endpoint() {
    return URI.create("http://localhost:" + port);
  }

  public SqsClient client() {
    return SqsClient.builder()
        .endpointOverride(endpoint())
        .region(Region.EU_CENTRAL_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .httpClient(UrlConnectionHttpClient.create())
        .build();
  }

  /** Makes a queue, unless there is one of that name; gives its URL. */
  public String queue(String name) {
    try (var client = client()) {
      client.createQueue(request -> request.queueName(name));
    }
    return urlOf(endpoint(), name);
  }

  /** The URL that a queue of this name has on a server. */
  public static String urlOf(URI endpoint, String name) {
    return endpoint + "/" + ACCOUNT + "/" + name;
  }

  @Override
  public void close() {
    try {
      server.getClass().getMethod("stopAndWait").invoke(server);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("ElasticMQ does not stop", failure);
    }
  }
}
