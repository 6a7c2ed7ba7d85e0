package io.feedbackplatform.admin.api;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What somebody did to the tags of a piece of feedback.
 *
 * @param added what there was not before
 * @param removed what there was before
 */
public record TagChange(Set<String> added, Set<String> removed) {

  public TagChange {
    added = Set.copyOf(added);
    removed = Set.copyOf(removed);
  }

  /** What leads from some tags to others. */
  public static TagChange between(Collection<String> before, Collection<String> after) {
    var added = new TreeSet<>(after);
    added.removeAll(before);
    var removed = new TreeSet<>(before);
    removed.removeAll(after);
    return new TagChange(added, removed);
  }

  /** All tags that there are with it, in order. */
  List<String> appliedTo(Collection<String> tags) {
    var changed = new TreeSet<>(tags);
    changed.removeAll(removed);
    changed.addAll(added);
    return List.copyOf(changed);
  }
}
