package io.feedbackplatform.api.storage;

import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.Storage;
import jakarta.servlet.ServletContext;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.ServletContextInitializer;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Opens the way to storage (credentials, TLS, the first connection) while the rest of the
 * application starts, so that nobody's first request has to. When storage is away, the start goes
 * on after three seconds, and whoever asks is told.
 */
@Component
class StorageWarmUp implements ServletContextInitializer, SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final Storage storage;
  private @Nullable Thread thread;

  StorageWarmUp(Storage storage) {
    this.storage = storage;
  }

  /** Early: much of the start is still ahead. */
  @Override
  public void onStartup(ServletContext context) {
    thread = Thread.ofPlatform().daemon().name("storage-warm-up").start(this::warmUp);
  }

  private void warmUp() {
    try {
      var nobodys = SiteKey.random();
      storage.siteKeys().find(nobodys);
    } catch (RuntimeException away) {
      // the first request will find out, and say so
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
