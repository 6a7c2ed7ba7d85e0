package io.feedbackplatform.core.tenant;

import java.time.Instant;

/**
 * That a tenant may not write.
 *
 * @param reason why, for operators and the tenant, 1 to 500 characters
 */
public record Suspension(String reason, Instant since) {

  public static final int LONGEST_REASON = 500;

  public Suspension {
    if (reason.isBlank() || reason.length() > LONGEST_REASON) {
      throw new IllegalArgumentException("the reason of a suspension has 1 to 500 characters");
    }
  }
}
