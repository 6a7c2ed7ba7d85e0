package io.feedbackplatform.ops.function;

/**
 * A published, immutable version of a function. The mutable {@code $LATEST} is none, so that no
 * alias can ever be pointed at it by way of this type.
 *
 * @param number 1 for the first that was published, then counting up (AWS Lambda developer guide,
 *     "Lambda versions")
 */
public record PublishedVersion(long number) implements Comparable<PublishedVersion> {

  public PublishedVersion {
    if (number < 1) {
      throw new IllegalArgumentException("published versions count from 1: " + number);
    }
  }

  /**
   * The version that Lambda's own spelling names.
   *
   * @throws IllegalArgumentException for {@code $LATEST}, an alias, or anything else that is not a
   *     published version
   */
  public static PublishedVersion parse(String text) {
    if (!text.matches("[1-9][0-9]{0,17}")) {
      throw new IllegalArgumentException("not a published version: " + text);
    }
    return new PublishedVersion(Long.parseLong(text));
  }

  @Override
  public int compareTo(PublishedVersion other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return Long.toString(number);
  }
}
