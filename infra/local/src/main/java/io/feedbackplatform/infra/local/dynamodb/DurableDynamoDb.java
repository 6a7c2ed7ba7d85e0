package io.feedbackplatform.infra.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.infra.local.process.Port;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/**
 * DynamoDB Local whose answers can be relied on: what it says is written outlives a {@code kill -9}
 * of this process, as it would outlive anything on AWS.
 */
public final class DurableDynamoDb implements AutoCloseable {

  private final LocalDynamoDb dynamoDb;
  private final CommitGate gate;

  private DurableDynamoDb(LocalDynamoDb dynamoDb, CommitGate gate) {
    this.dynamoDb = dynamoDb;
    this.gate = gate;
  }

  /** Starts it on a port of loopback with its data in a folder. */
  public static DurableDynamoDb start(Port port, Path folder) throws IOException {
    var dynamoDb = startQuietly(Port.free("DynamoDB behind its gate").number(), folder);
    return new DurableDynamoDb(dynamoDb, CommitGate.open(port.number(), dynamoDb.endpoint()));
  }

  /** The lines that it prints at its start go to the log. */
  private static LocalDynamoDb startQuietly(int port, Path folder) {
    var terminal = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      return LocalDynamoDb.start(port, folder);
    } finally {
      System.setOut(terminal);
      LoggerFactory.getLogger(DurableDynamoDb.class).info("{}", printed.toString(UTF_8));
    }
  }

  /** The server itself, for what reads only. */
  public LocalDynamoDb behindTheGate() {
    return dynamoDb;
  }

  @Override
  public void close() {
    gate.close();
    dynamoDb.close();
  }
}
