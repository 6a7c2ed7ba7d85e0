package io.feedbackplatform.core;

/**
 * One rule that an input breaks.
 *
 * @param field path of the offending field, as the caller spelled it: {@code rating}, {@code
 *     metadata.plan}
 * @param code stable word for programs: {@code required}, {@code too_long}, {@code out_of_range},
 *     ...
 * @param message sentence for people that says what would be accepted
 */
public record Violation(String field, String code, String message) {}
