package io.feedbackplatform.api.problem;

/** Knows the failures that pass by themselves, so that the caller is told to come back. */
@FunctionalInterface
public interface Unavailability {

  boolean isMeantBy(Throwable failure);
}
