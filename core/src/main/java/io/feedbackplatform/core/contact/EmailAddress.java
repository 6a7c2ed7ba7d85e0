package io.feedbackplatform.core.contact;

import java.util.regex.Pattern;

/**
 * What HTML calls a valid e-mail address, with the dot in the domain that every address in use has;
 * at most {@value #MOST} characters.
 */
public record EmailAddress(String value) {

  /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
  public static final int MOST = 254;

  private static final Pattern FORM =
      Pattern.compile(
          "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@"
              + "[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
              + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

  public EmailAddress {
    if (!isWellFormed(value)) {
      throw new IllegalArgumentException("not an e-mail address");
    }
  }

  public static boolean isWellFormed(String text) {
    return text.length() <= MOST && FORM.matcher(text).matches();
  }

  @Override
  public String toString() {
    return "an e-mail address";
  }
}
