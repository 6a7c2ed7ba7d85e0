package io.feedbackplatform.core.proof;

/**
 * What somebody says solves a {@link WorkChallenge}: its parts as they came, and the number that
 * was found.
 */
public record WorkSolution(
    String algorithm, String challenge, long number, String salt, String signature) {}
