package io.feedbackplatform.infra.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The enforcer's bans, tried: the same build with a forbidden dependency must fail, and without it
 * must not.
 */
class BannedDependenciesIT {

  /** Some Mavens reset the terminal's colours even when told to use none. */
  private static final Pattern COLOUR = Pattern.compile("\u001B\\[[0-9;]*m");

  private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  @ParameterizedTest
  @CsvSource({
    "core, org.springframework, spring-core",
    "stream-workers, org.springframework, spring-core",
    "ops, org.springframework, spring-core",
    "ops, io.feedbackplatform, core",
    "admin-ui, software.amazon.awssdk, dynamodb",
    "admin-ui, io.feedbackplatform, core"
  })
  void refusesTheDependency(String module, String group, String artifact) throws Exception {
    var pom = Files.readString(ROOT.resolve(module).resolve("pom.xml"));

    var untouched = enforce(module, pom);
    var broken = enforce(module, withDependency(pom, group, artifact));

    assertThat(untouched.output()).isEmpty();
    assertThat(untouched.exitCode()).isZero();
    assertThat(broken.output()).contains(group + ":" + artifact).contains("banned");
    assertThat(broken.exitCode()).isNotZero();
  }

  private static String withDependency(String pom, String group, String artifact) {
    return pom.replaceFirst(
        "<dependencies>",
        "<dependencies><dependency><groupId>%s</groupId><artifactId>%s</artifactId></dependency>"
            .formatted(group, artifact));
  }

  private record Outcome(int exitCode, String output) {}

  /**
   * Runs only the module's own bans, offline: whatever they look at was resolved for the build that
   * runs this test.
   */
  private static Outcome enforce(String module, String pom)
      throws IOException, InterruptedException {
    var folder = Files.createDirectories(ROOT.resolve(module).resolve("target/house"));
    var file = folder.resolve("pom.xml");
    Files.writeString(
        file,
        pom.replaceFirst(
            "</version>\\s*(<relativePath>[^<]*</relativePath>\\s*)?</parent>",
            "</version><relativePath>../../../pom.xml</relativePath></parent>"));
    var maven =
        new ProcessBuilder(
                "mvn",
                "-o",
                "-q",
                "-Dstyle.color=never",
                "-f",
                file.toString(),
                "-Dspotless.check.skip=true",
                "validate")
            .redirectErrorStream(true)
            .start();
    var output = new String(maven.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(maven.waitFor(), COLOUR.matcher(output).replaceAll("").strip());
  }
}
