package io.feedbackplatform.api.isolation;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;

/** All that is logged at the levels of production, in place of the console. */
final class CapturedLog extends AppenderBase<ILoggingEvent> implements AutoCloseable {

  private static final String REQUESTS = "io.feedbackplatform.api.request";

  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private final List<Appender<ILoggingEvent>> others = new ArrayList<>();
  private final Logger root;

  private CapturedLog(Logger root) {
    this.root = root;
  }

  static CapturedLog begin() {
    var context = (LoggerContext) LoggerFactory.getILoggerFactory();
    var log = new CapturedLog(context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME));
    context.getLogger(REQUESTS).setLevel(Level.INFO);
    log.setContext(context);
    log.start();
    log.root.iteratorForAppenders().forEachRemaining(log.others::add);
    log.others.forEach(log.root::detachAppender);
    log.root.addAppender(log);
    return log;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(
        event.getFormattedMessage()
            + " "
            + event.getKeyValuePairs()
            + " "
            + event.getMDCPropertyMap()
            + " "
            + ThrowableProxyUtil.asString(event.getThrowableProxy()));
  }

  /** Each event with all that belongs to it, and its logging context. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.detachAppender(this);
    others.forEach(root::addAppender);
    root.getLoggerContext().getLogger(REQUESTS).setLevel(Level.WARN);
  }
}
