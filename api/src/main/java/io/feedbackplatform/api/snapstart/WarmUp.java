package io.feedbackplatform.api.snapstart;

import jakarta.servlet.ServletContext;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Primes parts of the API (credentials, TLS, the first connection, the reading of JSON) while the
 * rest of it starts, so that nobody's first request has to. When storage is away, the start goes on
 * after three seconds, and whoever asks is told.
 */
@Component
class WarmUp implements ServletContextInitializer, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  /** Set where somebody waits for the start: by the start script of the Lambda package. */
  static final String PROPERTY = "feedback.warm-up";

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final List<SnapshotPart> parts;
  private @Nullable Thread thread;

  WarmUp(List<SnapshotPart> parts, Environment environment) {
    var wanted = environment.getProperty(PROPERTY, Boolean.class, false);
    this.parts = parts.stream().filter(part -> wanted && part.isPrimedAtStart()).toList();
  }

  /** Early: much of the start is still ahead. */
  @Override
  public void onStartup(ServletContext context) {
    thread = Thread.ofPlatform().daemon().name("warm-up").start(() -> parts.forEach(WarmUp::prime));
  }

  private static void prime(SnapshotPart part) {
    try {
      part.prime();
    } catch (RuntimeException unready) {
      LOG.atWarn()
          .addKeyValue("part", part.getClass().getSimpleName())
          .addKeyValue("cause", unready.toString())
          .log("Not ready for the first request");
    }
  }

  /** Just before requests are taken. */
  @Override
  public void start() {
    var started = thread;
    if (started != null) {
      thread = null;
      try {
        started.join(PATIENCE);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public int getPhase() {
    return Integer.MIN_VALUE;
  }

  @Override
  public void stop() {
    // what was opened ends with the client
  }

  @Override
  public boolean isRunning() {
    return false;
  }
}
