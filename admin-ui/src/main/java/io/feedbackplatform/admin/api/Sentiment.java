package io.feedbackplatform.admin.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How a piece of feedback sounds. */
public enum Sentiment {
  @JsonProperty("positive")
  POSITIVE,
  @JsonProperty("neutral")
  NEUTRAL,
  @JsonProperty("negative")
  NEGATIVE;

  /** As the API writes it. */
  public String parameter() {
    return name().toLowerCase(Locale.ROOT);
  }
}
