package io.feedbackplatform.core.analytics;

/**
 * Two counters of a tenant as they were at about the same moment.
 *
 * @param total of all time
 * @param day of one day
 */
public record Glance(Counter total, Counter day) {}
