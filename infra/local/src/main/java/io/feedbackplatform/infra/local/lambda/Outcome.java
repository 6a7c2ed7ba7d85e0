package io.feedbackplatform.infra.local.lambda;

/** How an invocation ended. */
public sealed interface Outcome {

  /** The function answered with these bytes, which it may have made of anything. */
  record Answered(byte[] payload) implements Outcome {}

  /** The function failed, or died; the caller learns nothing but that. */
  record Failed(String why) implements Outcome {}
}
