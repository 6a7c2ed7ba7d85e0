package io.feedbackplatform.benchmarks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunbooksTest {

  private static final Path RUNBOOKS = Pages.REPOSITORY.resolve("docs/runbooks");

  private static final List<String> HEADINGS =
      List.of(
          "## What it means",
          "## How bad",
          "## What has happened by itself",
          "## Look",
          "## Mend",
          "## Call somebody",
          "## It is over when",
          "## Afterwards");

  @Test
  void allHaveTheSameHeadings() throws IOException {
    var runbooks = runbooks();

    assertThat(runbooks).hasSizeGreaterThanOrEqualTo(19);
    for (var runbook : runbooks) {
      var headings = Pages.headings(runbook);
      assertThat(headings.getFirst()).as(runbook.toString()).startsWith("# ");
      assertThat(headings.subList(1, headings.size())).as(runbook.toString()).isEqualTo(HEADINGS);
    }
  }

  @Test
  void allAreInTheIndex() throws IOException {
    var index = Files.readString(RUNBOOKS.resolve("README.md"));

    for (var runbook : runbooks()) {
      assertThat(index).contains("(" + runbook.getFileName() + ")");
    }
  }

  private static List<Path> runbooks() throws IOException {
    try (var files = Files.list(RUNBOOKS)) {
      return files.filter(file -> !file.endsWith("README.md")).toList();
    }
  }
}
