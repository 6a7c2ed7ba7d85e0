package io.feedbackplatform.infra.local.process;

import java.nio.file.Path;

/** Something that was started and is to answer. */
public interface Program {

  String name();

  /** Where to look when it does not answer. */
  Path log();

  /** Whether there is any point in waiting for its answer. */
  boolean isAlive();
}
