package io.feedbackplatform.benchmarks.cost;

import io.feedbackplatform.benchmarks.cost.measure.Measurement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code benchmarks/cost}. */
public final class CostCommand {

  private static final String MEASURED =
      "benchmarks/src/main/resources/io/feedbackplatform/benchmarks/cost/measured.json";

  private CostCommand() {}

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  public static void main(String[] arguments) throws IOException {
    var repository = Path.of(arguments[0]);
    if (List.of(arguments).contains("--measure")) {
      Files.writeString(
          repository.resolve(MEASURED), JSON.writeValueAsString(measured(repository)) + "\n");
    }
    var measured = JSON.readValue(repository.resolve(MEASURED).toFile(), Measured.class);
    var page = new CostPage(Prices.load(), measured);
    var file = repository.resolve("docs/cost.md");
    Files.writeString(file, page.rewritten(Files.readString(file)));
    System.out.println(page.table("levels"));
    System.exit(0);
  }

  /** DynamoDB Local and HTTP clients leave threads behind, which must not outlive a failure. */
  private static Measured measured(Path repository) {
    try {
      return Measurement.take(repository);
    } catch (IOException | GeneralSecurityException | InterruptedException | RuntimeException e) {
      e.printStackTrace();
      System.exit(1);
      throw new IllegalStateException(e);
    }
  }
}
