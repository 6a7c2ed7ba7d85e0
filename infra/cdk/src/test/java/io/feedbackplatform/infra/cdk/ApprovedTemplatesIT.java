package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every template is the one that somebody has looked at. A change shows as a difference to the
 * files in src/test/resources/approved; run the test with {@code -Dapprove} to accept it.
 */
class ApprovedTemplatesIT {

  /** Each plan, one and two regions, without and with a domain, and with and without Comprehend. */
  private static final Layout[] LAYOUTS = {Layout.ECONOMY, Layout.STANDARD_TWO_REGIONS};

  private static final Path APPROVED = Path.of("src", "test", "resources", "approved");
  private static final Path RECEIVED = Path.of("target", "received");

  /** Hashes of packages and of what is built from them differ from build to build. */
  private static final String HASH = "[0-9a-f]{32,64}";

  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

  static Stream<Arguments> templates() {
    return Stream.of(LAYOUTS)
        .flatMap(layout ->
            Templates.of(layout).byStack().entrySet().stream()
                .map(stack -> Arguments.of(layout, stack.getKey(), stack.getValue())));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("templates")
  void isTheApprovedOne(Layout layout, String stack, JsonNode template) throws IOException {
    var received = file(RECEIVED, layout, stack);
    Files.writeString(received, text(template));
    var approved = file(APPROVED, layout, stack);
    if (System.getProperty("approve") != null) {
      Files.writeString(approved, text(template));
    }

    assertThat(approved).as("run with -Dapprove to accept %s", received).exists();
    assertThat(received).hasSameTextualContentAs(approved);
  }

  @ParameterizedTest
  @EnumSource(names = {"ECONOMY", "STANDARD_TWO_REGIONS"})
  void approvesNoStackThatIsGone(Layout layout) throws IOException {
    var stacks = Templates.of(layout).byStack().keySet();
    try (var files = Files.list(APPROVED.resolve(layout.name().toLowerCase(Locale.ROOT)))) {
      assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
          .containsExactlyInAnyOrderElementsOf(stacks);
    }
  }

  @Test
  void seesADifference() throws JsonProcessingException {
    var templates = Templates.of(Layout.ECONOMY).byStack();
    var before = text(templates.get("feedback-backup-prod"));
    var after =
        text(JSON.readTree(before.replace("\"DeleteAfterDays\" : 90", "\"DeleteAfterDays\" : 9")));

    assertThat(after).isNotEqualTo(before);
  }

  private static Path file(Path directory, Layout layout, String stack) throws IOException {
    var ofLayout = directory.resolve(layout.name().toLowerCase(Locale.ROOT));
    return Files.createDirectories(ofLayout).resolve(stack + ".json");
  }

  private static String text(JsonNode template) throws JsonProcessingException {
    return JSON.writeValueAsString(JSON.treeToValue(template, Object.class))
            .replaceAll(HASH, "HASH")
        + "\n";
  }
}
