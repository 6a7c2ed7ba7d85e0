package io.feedbackplatform.core.site;

import java.util.regex.Pattern;

/** What is known of names without asking anybody. */
final class DomainName {

  private static final String LABEL = "[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?";

  /** At most 253 characters; the last label is no number, as an address's is (WHATWG URL, 3.5). */
  private static final Pattern FORM =
      Pattern.compile("(?=.{1,253}$)(?:" + LABEL + "\\.)*(?![0-9]+$)(?!0x)" + LABEL);

  private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile("(?:" + OCTET + "\\.){3}" + OCTET);

  /** Below which countries register names for everybody, as in co.uk and com.au. */
  private static final Pattern SECOND_LEVEL =
      Pattern.compile("(?:ac|co|com|edu|gob|gov|gv|go|mil|ne|net|or|org)\\.[a-z]{2}");

  private DomainName() {}

  /** Whether it is a host name in lower-case ASCII, without a dot at its end. */
  static boolean isOne(String host) {
    return FORM.matcher(host).matches();
  }

  static boolean isIpv4(String host) {
    return IPV4.matcher(host).matches();
  }

  /**
   * Whether anybody may have a name below this one, as far as its form tells: a single label, or
   * one that a country uses as it does co.uk. Hosting companies' domains are not recognised.
   */
  static boolean isPublicSuffix(String domain) {
    return domain.indexOf('.') < 0 || SECOND_LEVEL.matcher(domain).matches();
  }
}
