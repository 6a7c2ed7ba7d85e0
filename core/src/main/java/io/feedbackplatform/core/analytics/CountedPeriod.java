package io.feedbackplatform.core.analytics;

import java.time.Instant;

/** One bucket of a series. */
public record CountedPeriod(Instant start, Counts counts) {}
