package io.feedbackplatform.ops.function;

/**
 * How a version stands.
 *
 * @param settled its last update succeeded and, where it has a snapshot, that is ready
 * @param codeSha256 of its code, as Lambda spells it: base64
 */
public record VersionState(Activity activity, boolean settled, String codeSha256) {

  /** AWS Lambda developer guide, "Lambda function states". */
  public enum Activity {
    ACTIVE,
    /** Being made ready, for the first time or after it was idle. */
    PENDING,
    /** Put aside because nobody called it for long; a call wakes it. */
    INACTIVE,
    /** Failed, or in any state of which nothing is promised. */
    UNUSABLE
  }
}
