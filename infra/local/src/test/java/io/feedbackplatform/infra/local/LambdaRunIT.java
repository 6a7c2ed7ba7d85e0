package io.feedbackplatform.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code ./run --lambda}, from its start to its end, whichever end it takes. */
class LambdaRunIT {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"rest", "http"})
  void runsEverythingAndLeavesNothing(String gateway) throws Exception {
    int offset = SeparateRun.freeOffset();
    try (var run = SeparateRun.start(folder, offset, "--lambda", gateway)) {
      var info = run.info();
      var api = new TenantApi(info, info.tenants().getFirst());
      assertThat(api.feedback()).isNotEmpty();
      var programs = programs(run);
      assertThat(programs).hasSizeGreaterThanOrEqualTo(3);

      if (gateway.equals("rest")) {
        run.close();
        assertThat(run.output()).contains("Stopped.");
        assertThat(run.errors()).isEmpty();
      } else {
        run.kill();
      }

      await()
          .atMost(Duration.ofSeconds(20))
          .until(() -> programs.stream().noneMatch(ProcessHandle::isAlive) && run.portsAreFree());
    }
  }

  private static List<ProcessHandle> programs(SeparateRun run) {
    return run.process()
        .descendants()
        .filter(program ->
            program
                .info()
                .command()
                .filter(name -> name.matches(".*(lambda-adapter|aws-lambda-rie|jre/bin/java)"))
                .isPresent())
        .toList();
  }
}
