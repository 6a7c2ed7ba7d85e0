package io.feedbackplatform.api.health;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.feedbackplatform.api.snapstart.SnapshotPart;
import io.feedbackplatform.core.storage.Storage;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Whether storage serves. Asks it at most once a second, since anyone may ask us. */
@Component
class Readiness implements SnapshotPart {

  private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);

  private final LoadingCache<String, Boolean> answer;

  Readiness(Storage storage) {
    this.answer =
        Caffeine.newBuilder()
            .maximumSize(1)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build(any -> check(storage));
  }

  boolean isReady() {
    return answer.get("storage");
  }

  /** Opens the connection to storage, and what it takes: credentials, TLS. */
  @Override
  public void prime() {
    isReady();
  }

  @Override
  public void renew() {
    answer.invalidateAll();
  }

  /**
   * Whatever goes wrong, storage does not serve: this is the edge where all of it means one thing.
   */
  private static boolean check(Storage storage) {
    try {
      storage.check();
      return true;
    } catch (RuntimeException away) {
      LOG.atWarn().addKeyValue("cause", away.toString()).log("Storage gives no sign of life");
      return false;
    }
  }
}
