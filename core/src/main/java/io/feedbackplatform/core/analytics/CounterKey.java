package io.feedbackplatform.core.analytics;

/** One counter of a tenant: whose feedback, and when. */
public record CounterKey(Scope scope, Bucket bucket) {

  public CounterKey {
    if ((scope instanceof Scope.Category || scope instanceof Scope.Tag)
        && !(bucket instanceof Bucket.Day)) {
      throw new IllegalArgumentException("categories and tags are counted by days alone");
    }
  }
}
