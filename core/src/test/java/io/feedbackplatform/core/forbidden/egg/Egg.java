package io.feedbackplatform.core.forbidden.egg;

import io.feedbackplatform.core.forbidden.chicken.Chicken;

/** The other half. */
public record Egg(Chicken first) {}
