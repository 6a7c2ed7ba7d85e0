package io.feedbackplatform.api.analytics;

import io.feedbackplatform.api.caller.Standing;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;

/**
 * Answers that go on, each on a virtual thread of its own. When the process is told to end, they
 * end first, so that it need not wait for them.
 */
final class LiveStreams implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(LiveStreams.class);

  private final ReadLiveFigures figures;
  private final Duration length;
  private final LiveFeeds feeds;
  private final CountDownLatch end = new CountDownLatch(1);

  /**
   * @param length of a stream; with none, an answer says what there is to say and ends
   */
  LiveStreams(ReadLiveFigures figures, Duration length) {
    this.figures = figures;
    this.length = length;
    this.feeds = new LiveFeeds(figures);
  }

  /**
   * Returns when the stream has begun.
   *
   * @param standing for as long as which it may go on
   * @param known what the client has heard before
   */
  void open(
      TenantId tenant,
      Standing standing,
      @Nullable LiveState known,
      HttpServletRequest request,
      HttpServletResponse response) {
    if (length.isZero() || !isRunning()) {
      begin(figures.read(tenant, null), known, response);
      return;
    }
    var feed = feeds.join(tenant);
    boolean begun = false;
    try {
      var listener = begin(feed.latest(), known, response);
      if (listener == null) {
        return;
      }
      var answer = request.startAsync();
      // Its thread ends it, and a write that takes ten seconds ends the thread.
      answer.setTimeout(0);
      var answered = new AnswerEnd(answer);
      Thread.ofVirtual()
          .name("live-listener")
          .start(() -> follow(tenant, feed, standing, listener, answered));
      begun = true;
    } finally {
      if (!begun) {
        feeds.leave(tenant);
      }
    }
  }

  /** Returns nothing when nobody is there any more. */
  private static @Nullable LiveListener begin(
      LiveFigures figures, @Nullable LiveState known, HttpServletResponse response) {
    try {
      var listener = new LiveListener(new EventStream(response.getOutputStream()), known);
      listener.begin(figures);
      return listener;
    } catch (IOException gone) {
      LOG.debug("A listener is gone before it heard anything");
      return null;
    }
  }

  private void follow(
      TenantId tenant,
      LiveFeed feed,
      Standing standing,
      LiveListener listener,
      AnswerEnd answered) {
    MDC.put("tenant", tenant.value());
    try {
      listener.follow(feed, () -> standing.holds() && !answered.isBroken(), length, end);
      answered.complete();
    } catch (IOException gone) {
      answered.leaveToServer();
    } catch (InterruptedException never) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // It comes back, and is then told what is the matter.
      LOG.atWarn().addKeyValue("cause", failure.toString()).log("A live stream ends early");
      answered.complete();
    } finally {
      feeds.leave(tenant);
    }
  }

  @Override
  public void start() {
    // what is opened begins with the client
  }

  @Override
  public void stop() {
    end.countDown();
  }

  @Override
  public boolean isRunning() {
    return end.getCount() > 0;
  }
}
