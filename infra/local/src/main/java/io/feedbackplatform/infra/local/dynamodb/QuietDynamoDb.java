package io.feedbackplatform.infra.local.dynamodb;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Starts DynamoDB Local without the lines that it prints, which go to the log. */
public final class QuietDynamoDb {

  private QuietDynamoDb() {}

  public static LocalDynamoDb start(int port, Path folder) {
    var terminal = System.out;
    var printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, UTF_8));
    try {
      return LocalDynamoDb.start(port, folder);
    } finally {
      System.setOut(terminal);
      LoggerFactory.getLogger(QuietDynamoDb.class).info("{}", printed.toString(UTF_8));
    }
  }
}
