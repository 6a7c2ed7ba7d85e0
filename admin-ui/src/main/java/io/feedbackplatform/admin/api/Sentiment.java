package io.feedbackplatform.admin.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How a piece of feedback sounds. */
public enum Sentiment {
  @JsonProperty("positive")
  POSITIVE,
  @JsonProperty("neutral")
  NEUTRAL,
  @JsonProperty("negative")
  NEGATIVE
}
