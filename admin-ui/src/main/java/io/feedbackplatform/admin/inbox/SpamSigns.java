package io.feedbackplatform.admin.inbox;

/** Signs of spam, in words for people. */
final class SpamSigns {
  private SpamSigns() {}

  static String words(String sign) {
    return switch (sign) {
      case "trap_filled" -> "A field was filled that people do not see";
      case "link_in_name" -> "The name is a web address";
      case "link_markup" -> "It has links in the markup of web pages or forums";
      case "many_links" -> "It has three links or more";
      case "link" -> "It has a link";
      case "mixed_alphabets" -> "A word mixes letters of two alphabets that look alike";
      case "repetition" -> "It says the same words over and over";
      case "known_phrase" -> "It has a phrase that is sent to everybody";
      case "too_fast" -> "It was sent sooner than a person reads the form";
      // A sign that came later is still better than none.
      default -> sign.replace('_', ' ');
    };
  }
}
