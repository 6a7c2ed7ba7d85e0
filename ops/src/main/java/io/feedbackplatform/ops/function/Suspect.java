package io.feedbackplatform.ops.function;

/** What an alarm is laid to: never more than one rollback is made for each. */
public sealed interface Suspect {

  /** The same for the same suspect at any time, and different for any two. */
  String id();

  /** An immutable version. */
  record Published(PublishedVersion version) implements Suspect {

    @Override
    public String id() {
      return version.toString();
    }
  }

  /**
   * The mutable {@code $LATEST}, to which an alias can only have been pointed by hand. As its code
   * may be another each time, each such mistake is a suspect of its own.
   *
   * @param revisionId of the alias that points there
   */
  record Latest(String revisionId) implements Suspect {

    private static final String PREFIX = "$LATEST@";

    @Override
    public String id() {
      return PREFIX + revisionId;
    }
  }

  /** The suspect with this id. */
  static Suspect parse(String id) {
    return id.startsWith(Latest.PREFIX)
        ? new Latest(id.substring(Latest.PREFIX.length()))
        : new Published(PublishedVersion.parse(id));
  }
}
