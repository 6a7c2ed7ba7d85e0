package io.feedbackplatform.admin.api;

/** Asks the HTTP API what a tenant uses of its plan. */
public final class UsageClient {
  private final ApiCalls calls;

  UsageClient(ApiCalls calls) {
    this.calls = calls;
  }

  /** As it is now, up to a few seconds. */
  public Usage usage(Caller caller) {
    return calls.read("/usage", caller, Usage.class);
  }
}
