package io.feedbackplatform.ops.record;

/** Who may tell people of something. */
public enum Claim {
  /** Whoever asked; now. */
  MINE,
  /** Somebody else is at it, or was a moment ago. */
  BUSY,
  /** Nobody: they have been told. */
  TOLD
}
