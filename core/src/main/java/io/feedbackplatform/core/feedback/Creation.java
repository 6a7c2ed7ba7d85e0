package io.feedbackplatform.core.feedback;

/** What became of an attempt to create feedback. */
public sealed interface Creation {

  /** It is durable, and so is its idempotency record. */
  record Created() implements Creation {}

  /** The same request came before; nothing was written. */
  record Repeated(Feedback first) implements Creation {}

  /** The idempotency key stands for other content; nothing was written. */
  record KeyReused() implements Creation {}

  /** The challenge was shown before; nothing was written. */
  record ChallengeSpent() implements Creation {}

  /** Another attempt with the same key holds the place at this moment; nothing was written. */
  record InProgress() implements Creation {}
}
