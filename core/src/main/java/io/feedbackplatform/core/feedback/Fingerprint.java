package io.feedbackplatform.core.feedback;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * SHA-256 over the content of a submission, each part with its length, so that no two contents read
 * alike.
 */
final class Fingerprint {

  private final MessageDigest digest;

  private Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String of(Submission submission) {
    var print = new Fingerprint();
    print.add(text(submission.rating()));
    print.add(submission.message());
    print.add(submission.name());
    print.add(submission.email());
    print.add(submission.category());
    print.add(submission.page());
    print.add(submission.locale());
    new TreeMap<>(submission.metadata())
        .forEach((key, value) -> {
          print.add(key);
          print.add(value);
        });
    var answers = submission.answers();
    if (answers.nps() != null || answers.ces() != null) {
      print.add(null); // No fact of the metadata has this name.
      print.add(text(answers.nps()));
      print.add(text(answers.ces()));
    }
    return HexFormat.of().formatHex(print.digest.digest());
  }

  private static @Nullable String text(@Nullable Integer answer) {
    return answer == null ? null : answer.toString();
  }

  private void add(@Nullable String part) {
    var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
    digest.update(((bytes == null ? "-" : bytes.length) + ":").getBytes(StandardCharsets.UTF_8));
    if (bytes != null) {
      digest.update(bytes);
    }
  }
}
