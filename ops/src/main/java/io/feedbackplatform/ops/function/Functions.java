package io.feedbackplatform.ops.function;

import java.util.Optional;

/** The function, its versions and its one alias. */
public interface Functions {

  /** The alias as it is now. */
  AliasState alias();

  /** How a version stands now; empty when there is none (any more). */
  Optional<VersionState> version(PublishedVersion version);

  /** Calls a version past the alias, once. Also wakes it when it is inactive. */
  ApiAnswer call(PublishedVersion version, ApiRequest request);

  /**
   * Sends all traffic of the alias to one version, without any weights, provided that the alias is
   * still the one that was read.
   *
   * @return false when it is not; then nothing has changed
   */
  boolean point(PublishedVersion version, String revisionId);
}
