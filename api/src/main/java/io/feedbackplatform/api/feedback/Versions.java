package io.feedbackplatform.api.feedback;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Names what a piece of feedback is like at a moment, and knows the name again (RFC 9110, 8.8.3).
 */
final class Versions {

  private static final int LENGTH = 16;

  private final JsonMapper json;

  Versions(JsonMapper json) {
    this.json = json;
  }

  /** The ETag of all that is told. */
  String of(FeedbackResponse told) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(told));
      return '"' + HexFormat.of().formatHex(digest, 0, LENGTH) + '"';
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * @param ifMatch the header: ETags, or a star for whatever there is. That a proxy calls one weak,
   *     as it does when it compresses what it names, does not matter
   */
  Predicate<FeedbackResponse> named(@Nullable String ifMatch) {
    return told ->
        ifMatch == null
            || Stream.of(ifMatch.split(","))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(of(told)));
  }
}
