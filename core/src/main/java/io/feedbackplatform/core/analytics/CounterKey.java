package io.feedbackplatform.core.analytics;

/** One counter of a tenant: whose feedback, and when. */
public record CounterKey(Scope scope, Bucket bucket) {}
