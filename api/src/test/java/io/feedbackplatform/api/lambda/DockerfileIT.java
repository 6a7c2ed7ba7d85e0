package io.feedbackplatform.api.lambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What can be said of the image without a builder of images: that its parts are there and fit. */
class DockerfileIT {

  private static final Pattern COPY = Pattern.compile("(?m)^COPY (?!--from)(\\S+) (\\S+)$");
  private static final Pattern ENTRYPOINT = Pattern.compile("ENTRYPOINT \\[\"(.+)\"]");
  private static final Pattern HOOK = Pattern.compile("AWS_LWA_SNAPSTART_\\w+=(\\S+)");

  @Test
  void copiesThePackageToWhereItStartsIt() throws IOException {
    var copies = find(COPY);
    assertThat(copies).hasSize(1);
    var source = Path.of(copies.getFirst().group(1));
    assertThat(source).isDirectory();
    assertThat(Files.readString(Path.of(".dockerignore"))).contains("!target/lambda/package");

    var started = Path.of(find(ENTRYPOINT).getFirst().group(1));
    var inPackage = source.resolve(Path.of(copies.getFirst().group(2)).relativize(started));
    assertThat(inPackage).isExecutable();
  }

  @Test
  void pinsTheAdapter() throws IOException {
    assertThat(dockerfile()).containsPattern("ARG ADAPTER=\\d+\\.\\d+\\.\\d+");
  }

  @Test
  void namesHooksThatTheApplicationKnows() throws IOException {
    assertThat(find(HOOK))
        .extracting(hook -> hook.group(1))
        .containsExactly("/snapstart/before-checkpoint", "/snapstart/after-restore");
  }

  private static List<MatchResult> find(Pattern pattern) throws IOException {
    return pattern.matcher(dockerfile()).results().toList();
  }

  private static String dockerfile() throws IOException {
    return Files.readString(Path.of("Dockerfile"));
  }
}
