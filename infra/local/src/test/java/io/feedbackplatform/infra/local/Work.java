package io.feedbackplatform.infra.local;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Solves challenges as the widget does. */
final class Work {

  private Work() {}

  /**
   * What a submission carries in {@code check.solution}.
   *
   * @param challenge as {@code GET /widget/challenge} gives it
   */
  static String solve(String challenge) {
    var parts = (ObjectNode) JsonMapper.shared().readTree(challenge);
    parts.put("number", numberOf(parts));
    return Base64.getEncoder().encodeToString(JsonMapper.shared().writeValueAsBytes(parts));
  }

  private static long numberOf(JsonNode parts) {
    var wanted = HexFormat.of().parseHex(parts.path("challenge").asString());
    var salt = parts.path("salt").asString();
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      for (long number = 0; number <= parts.path("maxnumber").asLong(); number++) {
        if (Arrays.equals(wanted, digest.digest((salt + number).getBytes(US_ASCII)))) {
          return number;
        }
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
    throw new IllegalArgumentException("no number solves this challenge");
  }
}
