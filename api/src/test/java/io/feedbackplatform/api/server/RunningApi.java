package io.feedbackplatform.api.server;

import java.net.URI;

/** An API that answers. */
public interface RunningApi extends AutoCloseable {

  /** The base of its addresses, with the stage. */
  URI url();

  @Override
  void close();
}
