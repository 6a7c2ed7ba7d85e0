package io.feedbackplatform.infra.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class RunCommandIT {

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void refusesASecondRunAndATakenPortInOneLineEach() throws Exception {
    int offset = SeparateRun.freeOffset();
    var port = Ports.standard(offset).api().number();
    try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        var refused = SeparateRun.start(folder, offset)) {
      assertRefused(refused, "Port " + port + " (API) is taken");
      assertThat(taken.isBound()).isTrue();
    }

    try (var claim = Instance.claim(folder);
        var refused = SeparateRun.start(folder, offset)) {
      assertRefused(refused, "already running");
      assertThat(claim.lock().isValid()).isTrue();
    }
  }

  @Test
  void refusesWhatItDoesNotKnowInOneLine() throws Exception {
    for (var wrong : List.of("--frehs", "--port-offset")) {
      try (var refused = SeparateRun.start(folder, 0, wrong)) {
        assertRefused(refused, wrong);
      }
    }
  }

  private static void assertRefused(SeparateRun run, String why) throws Exception {
    assertThat(run.process().waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(run.process().exitValue()).isEqualTo(1);
    assertThat(run.errors().lines()).hasSize(1).first().asString().contains(why);
  }
}
