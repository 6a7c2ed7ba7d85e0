package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the feedback of a tenant and the forms that its visitors opened add up to.
 *
 * @param items how many pieces of feedback there are, spam included
 * @param unreadable how many items cannot be read, and are in no count
 * @param examples the ids of the first {@value #MOST_EXAMPLES} of these
 * @param expiry what of it may have gone by itself
 * @param counts of each counter that counts anything
 */
public record Recount(
    long items,
    long unreadable,
    List<String> examples,
    Expiry expiry,
    Map<CounterKey, Counts> counts) {

  public static final int MOST_EXAMPLES = 10;

  public Recount {
    examples = List.copyOf(examples);
    // Map.copyOf looks for free places one by one, and the hashes of days and hours lie close.
    counts = Collections.unmodifiableMap(new HashMap<>(counts));
  }
}
