package io.feedbackplatform.ops.function;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * An alias as it was read.
 *
 * @param revisionId changes with every change of the alias, whoever makes it; an update that names
 *     it takes place only while it still holds (AWS Lambda API, UpdateAlias)
 */
public record AliasState(Traffic traffic, String revisionId) {

  /** Where an alias sends requests. */
  public sealed interface Traffic {

    /** Whether this version gets any. */
    boolean reaches(PublishedVersion version);

    /** All to one version. */
    record One(PublishedVersion version) implements Traffic {

      @Override
      public boolean reaches(PublishedVersion other) {
        return version.equals(other);
      }
    }

    /** To several, by weight: in the middle of a deployment, or left behind by one. */
    record Split(Set<PublishedVersion> versions) implements Traffic {

      public Split {
        if (versions.size() < 2) {
          throw new IllegalArgumentException("a split is between two versions: " + versions);
        }
        versions = Collections.unmodifiableSortedSet(new TreeSet<>(versions));
      }

      @Override
      public boolean reaches(PublishedVersion version) {
        return versions.contains(version);
      }

      /** The one that was there first. */
      public PublishedVersion oldest() {
        return Collections.min(versions);
      }

      /** The one that is being brought in. */
      public PublishedVersion newest() {
        return Collections.max(versions);
      }
    }

    /** To whatever was uploaded last, which nobody has released. */
    record Latest() implements Traffic {

      @Override
      public boolean reaches(PublishedVersion version) {
        return false;
      }
    }
  }

  /** What an alarm about this alias is laid to: of two versions, to the newer. */
  public Suspect suspect() {
    return switch (traffic) {
      case Traffic.One one -> new Suspect.Published(one.version());
      case Traffic.Split split -> new Suspect.Published(split.newest());
      case Traffic.Latest _ -> new Suspect.Latest(revisionId);
    };
  }
}
