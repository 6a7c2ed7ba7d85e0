package io.feedbackplatform.infra.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ships knows no developer's machine: no address of one, no profile for one. */
class NoLaptopInProductionTest {

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
  private static final Pattern LAPTOP =
      Pattern.compile("localhost|127\\.0\\.0\\.1|\\[::1]|@Profile|spring\\.profiles");
  private static final List<String> PRODUCTION =
      List.of("core", "api", "stream-workers", "ops", "admin-ui", "infra/cdk");

  @Test
  void isWhatTheSourcesKeepTo() {
    assertThat(PRODUCTION)
        .allSatisfy(module -> assertThat(sources(ROOT.resolve(module))).isNotEmpty());
    assertThat(PRODUCTION.stream().flatMap(module -> offenders(ROOT.resolve(module)).stream()))
        .isEmpty();
  }

  @Test
  void wouldNoticeAnAddress(@TempDir Path module) throws IOException {
    var source = module.resolve("src/main/java/Config.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Config { String url = \"http://localhost:8080\"; }");

    assertThat(offenders(module)).containsExactly(source);
  }

  private static List<Path> offenders(Path module) {
    return sources(module).stream().filter(source -> LAPTOP.matcher(text(source)).find()).toList();
  }

  private static List<Path> sources(Path module) {
    try (var files = Files.walk(module.resolve("src/main"))) {
      return files
          .filter(file -> file.toString().matches(".*\\.(java|ts|js|properties|ya?ml|xml)"))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
