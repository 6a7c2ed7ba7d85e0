package io.feedbackplatform.ops.release;

import static io.feedbackplatform.ops.model.ModelAws.v;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.ops.function.Suspect;
import io.feedbackplatform.ops.model.ModelAws;
import io.feedbackplatform.ops.record.InMemoryRecords;
import io.feedbackplatform.ops.record.RollbackRecord;
import io.feedbackplatform.ops.record.RollbackRecord.Progress;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class OperatorCommandTest {

  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  private final ModelAws aws = new ModelAws(START, 1).publish(9).publish(10);
  private final InMemoryRecords records = aws.records;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private int operate(String... words) {
    out.reset();
    return new OperatorCommand(
            records, aws.functions(), aws.time, new PrintStream(out, true, UTF_8))
        .run(List.of(words));
  }

  private void rollBackFrom10() {
    records.begin(
        new RollbackRecord(
            new Suspect.Published(v(10)), "sha-10", v(9), "r", "alarm", START, Progress.DONE));
  }

  @Test
  void showsAndClearsAFrozenBuild() {
    rollBackFrom10();

    assertThat(operate("frozen")).isZero();
    assertThat(out.toString(UTF_8)).contains("sha-10", "version 10, alarm alarm");
    assertThat(operate("unfreeze", "sha-10")).isZero();
    assertThat(operate("unfreeze", "sha-10")).isEqualTo(1);
    assertThat(records.frozen()).isEmpty();
    assertThat(operate("history")).isZero();
    assertThat(out.toString(UTF_8)).contains("unfrozen", "sha-10 may be released again");
  }

  @Test
  void marksAVersionAsGoodOnce() {
    assertThat(operate("mark-good", "9")).isZero();
    assertThat(operate("mark-good", "9")).isEqualTo(1);
    assertThat(operate("good")).isZero();
    assertThat(out.toString(UTF_8)).contains("version 9", "sha-9");
  }

  @Test
  void marksNothingThatWasRolledBackFromOrIsMissing() {
    rollBackFrom10();

    assertThat(operate("mark-good", "10")).isEqualTo(1);
    assertThat(operate("mark-good", "12")).isEqualTo(1);
    assertThat(operate("mark-good", "$LATEST")).isEqualTo(2);
    assertThat(records.knownGood()).isEmpty();
  }

  @Test
  void saysInOneLineWhatStoppedIt() {
    assertThat(
            OperatorCommand.inOneLine(
                SdkClientException.create(
                    "Unable to load region from any of the providers in the chain a.b.C@1: [d, e]")))
        .isEqualTo(
            "Unable to load region from any of the providers (are a region and credentials set?)");
    assertThat(
            OperatorCommand.inOneLine(
                DynamoDbException.builder().message("Requested resource not found\nmore").build()))
        .isEqualTo("Requested resource not found");
  }

  @Test
  void explainsItself() {
    assertThat(operate()).isEqualTo(2);
    assertThat(operate("unfreeze")).isEqualTo(2);
    assertThat(operate("drop", "everything")).isEqualTo(2);
    assertThat(out.toString(UTF_8)).contains("usage: operate history");
  }
}
