package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AccessTableTest {

  /** What the application answers, the matrix sees; clients are made from the description. */
  @Test
  void namesTheSuccessesThatTheDescriptionNames() throws IOException {
    var paths = new JsonMapper().readTree(Files.readString(Path.of("openapi.json"))).get("paths");
    var rows = AccessTable.read().rows().values();

    assertThat(rows)
        .filteredOn(row -> row.data() != AccessRow.Data.CLOSED)
        .filteredOn(row -> !row.name().equals("GET /openapi.json")) // The description itself.
        .hasSizeGreaterThan(40)
        .allSatisfy(row ->
            assertThat(described(paths, row.name())).as(row.name()).isEqualTo(permitted(row)));
  }

  private static TreeSet<Integer> permitted(AccessRow row) {
    return row.statuses().values().stream()
        .filter(status -> status < 300)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static TreeSet<Integer> described(JsonNode paths, String name) {
    var words = name.split(" ");
    return paths
        .get(words[1])
        .get(words[0].toLowerCase(Locale.ROOT))
        .get("responses")
        .propertyNames()
        .stream()
        .filter(status -> status.startsWith("2"))
        .map(Integer::valueOf)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
