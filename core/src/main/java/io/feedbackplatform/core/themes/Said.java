package io.feedbackplatform.core.themes;

/**
 * What one piece of feedback says.
 *
 * @param id by which it is found again
 * @param mood the score of its sentiment, -1 to 1
 */
public record Said(String id, String message, double mood) {}
