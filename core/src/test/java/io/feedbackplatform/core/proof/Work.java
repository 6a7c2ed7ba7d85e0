package io.feedbackplatform.core.proof;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;

/** Does the work that a challenge asks for, as a visitor's browser does. */
public final class Work {

  private Work() {}

  public static WorkSolution solve(WorkChallenge challenge) {
    var wanted = HexFormat.of().parseHex(challenge.challenge());
    try {
      var digest = MessageDigest.getInstance(challenge.algorithm());
      for (long number = 0; number <= challenge.maxnumber(); number++) {
        if (Arrays.equals(wanted, digest.digest((challenge.salt() + number).getBytes(US_ASCII)))) {
          return with(challenge, number);
        }
      }
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
    throw new IllegalArgumentException("no number solves this challenge");
  }

  /** The challenge with some number, right or wrong. */
  public static WorkSolution with(WorkChallenge challenge, long number) {
    return new WorkSolution(
        challenge.algorithm(),
        challenge.challenge(),
        number,
        challenge.salt(),
        challenge.signature());
  }
}
