package io.feedbackplatform.core.spam;

import java.util.Locale;

/**
 * What makes feedback look like spam, and how much. Two signs that a person may well give, such as
 * a link and a hurry, are enough together; one of them is not.
 */
enum SpamSign {
  /** A field that people do not see is filled. */
  TRAP_FILLED(100),
  /** A name that is an address of the web. */
  LINK_IN_NAME(60),
  /** Links in the markup of web pages or forums, which the form has no use for. */
  LINK_MARKUP(40),
  /** Three links or more. */
  MANY_LINKS(40),
  /** A word of letters from two alphabets that look alike, to slip past lists of words. */
  MIXED_ALPHABETS(40),
  /** The same words over and over. */
  REPETITION(30),
  /** What is offered to everybody who has a form. */
  KNOWN_PHRASE(30),
  /** Sent sooner after the form opened than a person reads it. */
  TOO_FAST(30),
  /** One link or two. */
  LINK(20);

  private final int weight;

  SpamSign(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
