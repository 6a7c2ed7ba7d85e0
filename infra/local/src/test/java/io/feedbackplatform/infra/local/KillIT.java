package io.feedbackplatform.infra.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class KillIT {

  private static final int SUBMISSIONS = 200;
  private static final int KILL_AFTER = 80;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  Path folder;

  @Test
  void losesNothingThatGotA201WhenItIsKilledInTheMiddle() throws Exception {
    int offset = SeparateRun.freeOffset();
    Queue<String> accepted;
    try (var run = SeparateRun.start(folder, offset)) {
      var info = run.info();
      accepted = submitAndKill(run, new TenantApi(info, info.tenants().getFirst()));
      assertThat(accepted.size()).isBetween(KILL_AFTER, SUBMISSIONS - 1);
      await("its children end, too").atMost(Duration.ofSeconds(20)).until(run::portsAreFree);
    }

    // What a killed run leaves behind says nothing about this one.
    Files.delete(Settings.runFile(folder));
    try (var run = SeparateRun.start(folder, offset)) {
      var info = run.info();
      var api = new TenantApi(info, info.tenants().getFirst());
      var kept = api.feedback().stream().map(item -> item.path("feedbackId").asString()).toList();

      assertThat(kept).doesNotHaveDuplicates().containsAll(accepted);
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(() -> assertThat(api.counted()).isEqualTo(kept.size()));

      run.close();
      assertThat(run.output()).contains("Stopped.");
      assertThat(run.errors()).isEmpty();
      assertThat(Settings.runFile(folder)).doesNotExist();
      assertThat(run.portsAreFree()).isTrue();
    }
  }

  private static Queue<String> submitAndKill(SeparateRun run, TenantApi api) throws Exception {
    var accepted = new ConcurrentLinkedQueue<String>();
    var enough = new CountDownLatch(KILL_AFTER);
    try (var http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        var visitors = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < SUBMISSIONS; i++) {
        var body = Map.<String, Object>of("message", "number " + i, "rating", 1 + i % 5);
        visitors.submit(() -> {
          try {
            var answer = api.submit(http, body);
            if (answer.statusCode() == 201) {
              accepted.add(id(answer.body()));
              enough.countDown();
            }
          } catch (IOException killed) {
            // This visitor got no answer, so nothing was promised.
          }
          return null;
        });
      }
      assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
      run.kill();
    }
    return accepted;
  }

  private static String id(String body) {
    return JsonMapper.shared().readTree(body).path("feedbackId").asString();
  }
}
