package io.feedbackplatform.core.audit;

/** What is stored in the place of an entry is none. */
public final class UnreadableEntryException extends RuntimeException {

  private final long sequence;

  public UnreadableEntryException(long sequence, RuntimeException cause) {
    super("the audit entry " + sequence + " cannot be read", cause);
    this.sequence = sequence;
  }

  public long sequence() {
    return sequence;
  }
}
