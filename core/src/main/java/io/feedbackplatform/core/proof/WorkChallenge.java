package io.feedbackplatform.core.proof;

/**
 * A riddle in the format of ALTCHA, version 1 (altcha.org, "Proof-of-Work"): find the number whose
 * decimal digits, behind the salt, have this hash.
 *
 * @param algorithm of the hash
 * @param challenge the hash, in hexadecimal digits
 * @param maxnumber no number to find is greater
 * @param salt random digits, and the second since 1970 at which the riddle expires
 * @param signature of the hash by who made the riddle
 */
public record WorkChallenge(
    String algorithm, String challenge, long maxnumber, String salt, String signature) {}
