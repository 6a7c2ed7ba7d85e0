package io.feedbackplatform.core.forbidden.chicken;

import io.feedbackplatform.core.forbidden.egg.Egg;

/** Half of a cycle that the architecture test must refuse. */
public record Chicken(Egg first) {}
