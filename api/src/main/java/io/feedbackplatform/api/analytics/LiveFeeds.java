package io.feedbackplatform.api.analytics;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;

/** A feed for each tenant that somebody listens to here. */
final class LiveFeeds {

  /** Of one tenant, in one process. */
  static final int MOST_LISTENERS = 50;

  private final ReadLiveFigures figures;
  private final Map<TenantId, LiveFeed> feeds = new HashMap<>();

  LiveFeeds(ReadLiveFigures figures) {
    this.figures = figures;
  }

  /**
   * Whoever joins leaves, whatever happens.
   *
   * @throws ProblemException when as many listen as may
   */
  synchronized LiveFeed join(TenantId tenant) {
    var feed = feeds.computeIfAbsent(tenant, _ -> new LiveFeed(tenant, figures));
    if (feed.listeners() == MOST_LISTENERS) {
      throw new ProblemException(
          ProblemCode.TOO_MANY_LISTENERS,
          MOST_LISTENERS
              + " streams of live figures are open for this tenant, and no more may be. Close one, or"
              + " read GET /analytics every few seconds instead.",
          Map.of("Retry-After", "10"));
    }
    feed.join();
    return feed;
  }

  synchronized void leave(TenantId tenant) {
    var feed = feeds.get(tenant);
    if (feed != null && feed.leave()) {
      feeds.remove(tenant);
    }
  }
}
