package io.feedbackplatform.core.analytics;

import java.util.Map;

/**
 * What was counted in a period, by the value of a facet.
 *
 * @param byName of each category or tag that has anything
 * @param complete whether that is all: of a period with very many, only its first days are read
 */
public record FacetCounts(Map<String, Counts> byName, boolean complete) {

  public FacetCounts {
    byName = Map.copyOf(byName);
  }
}
