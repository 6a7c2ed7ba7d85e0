package io.feedbackplatform.core.feedback;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which answers of a scale somebody looks for, any of them; a scale of which no answer is named
 * does not matter.
 */
public record Choices(Set<Integer> rating, Set<Integer> nps, Set<Integer> ces) {

  public static final Choices ANY = new Choices(Set.of(), Set.of(), Set.of());

  public Choices {
    rating = Set.copyOf(rating);
    nps = Set.copyOf(nps);
    ces = Set.copyOf(ces);
  }

  boolean holdFor(Submission said) {
    return isAmong(rating, said.rating()) && isAmong(nps, said.nps()) && isAmong(ces, said.ces());
  }

  private static boolean isAmong(Set<Integer> wanted, @Nullable Integer answer) {
    return wanted.isEmpty() || answer != null && wanted.contains(answer);
  }
}
