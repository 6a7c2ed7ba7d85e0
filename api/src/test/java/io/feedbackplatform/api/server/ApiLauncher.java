package io.feedbackplatform.api.server;

import java.util.Map;
import java.util.ServiceLoader;

/**
 * A way to start the API. The tests of this package run against whichever is on the class path: in
 * this module the application in this process, elsewhere what is shipped.
 */
public interface ApiLauncher {

  /**
   * Starts the API and returns when it answers.
   *
   * @param environment the environment variables that it has in production
   */
  RunningApi launch(Map<String, String> environment);

  /** The launcher that the class path offers, else the one that starts it in this process. */
  static ApiLauncher ofClassPath() {
    return ServiceLoader.load(ApiLauncher.class).findFirst().orElseGet(InProcessApi::new);
  }
}
