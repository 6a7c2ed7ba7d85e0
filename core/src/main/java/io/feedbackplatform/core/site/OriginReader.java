package io.feedbackplatform.core.site;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** Reads origins as people write them into a site's list, and tells what is wrong with others. */
final class OriginReader {

  /** An entry that a list cannot hold; its message says how to write it. */
  static final class UnusableOriginException extends Exception {
    private UnusableOriginException(String message) {
      super(message);
    }
  }

  private static final int LONGEST = 300;

  /**
   * Letters that the names of IDNA 2003, which Java knows, lose, and those of browsers keep (UTS
   * 46, 4): the site would list somebody else's name.
   */
  private static final Pattern DEVIATING = Pattern.compile("[\u00df\u03c2\u200c\u200d]");

  private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}|0");

  private OriginReader() {}

  static OriginPattern read(String text) throws UnusableOriginException {
    var written = text.strip();
    if (written.length() > LONGEST) {
      throw unusable("An origin has at most 300 characters.");
    }
    if (written.equals("*")) {
      throw unusable("List each origin, or as https://*.example.com all below your own domain.");
    }
    var scheme = scheme(written);
    var rest = written.substring(scheme.length() + "://".length());
    if (rest.chars().anyMatch(c -> c == '/' || c == '?' || c == '#' || c == '\\')) {
      throw unusable("Send scheme, host and port only: nothing after them, not even a slash.");
    }
    if (rest.indexOf('@') >= 0) {
      throw unusable("Leave out what stands before the @.");
    }
    var port = port(rest);
    var host = rest.substring(0, rest.length() - port.length());
    var prefix = scheme.toLowerCase(Locale.ROOT) + "://";
    if (host.startsWith("*.")) {
      return wildcard(prefix, domain(host.substring(2)), port);
    }
    if (host.startsWith("[")) {
      return exact(prefix + host + port);
    }
    return exact(prefix + (DomainName.isIpv4(host) ? host : domain(host)) + port);
  }

  private static String scheme(String written) throws UnusableOriginException {
    int end = written.indexOf("://");
    var scheme = end < 0 ? "" : written.substring(0, end);
    if (!scheme.equalsIgnoreCase("https") && !scheme.equalsIgnoreCase("http")) {
      throw unusable("Begin with https:// or http://, as in https://www.example.com.");
    }
    return scheme;
  }

  /** The port with its colon, or nothing. */
  private static String port(String rest) throws UnusableOriginException {
    int colon = rest.indexOf(':', Math.max(rest.indexOf(']'), 0));
    if (colon < 0) {
      return "";
    }
    var port = rest.substring(colon + 1);
    if (!PORT.matcher(port).matches()
        || Integer.parseInt(port) < 1
        || Integer.parseInt(port) > 65_535) {
      throw unusable("A port is a number from 1 to 65535.");
    }
    return ":" + port;
  }

  private static String domain(String host) throws UnusableOriginException {
    if (host.indexOf('*') >= 0) {
      throw unusable(
          "A star stands for all names below a domain: at the front, as in *.example.com.");
    }
    if (host.endsWith(".")) {
      throw unusable("Leave out the dot at the end of the name.");
    }
    var name = isAscii(host) ? host.toLowerCase(Locale.ROOT) : punycode(host);
    if (!DomainName.isOne(name)) {
      throw unusable("This is no host name. Send one as in https://www.example.com.");
    }
    return name;
  }

  private static String punycode(String host) throws UnusableOriginException {
    try {
      if (!DEVIATING.matcher(host).find()) {
        return IDN.toASCII(host).toLowerCase(Locale.ROOT);
      }
    } catch (IllegalArgumentException unknown) {
      // told below
    }
    throw unusable("Send this name in Punycode (xn--...), as browsers show it to programs.");
  }

  private static OriginPattern wildcard(String prefix, String domain, String port)
      throws UnusableOriginException {
    if (DomainName.isPublicSuffix(domain)) {
      throw unusable(
          "Anybody may have a name below this domain. Put your own domain after the star, as in"
              + " https://*.example.com.");
    }
    return new OriginPattern(exact(prefix + domain + port).value().replace("://", "://*."));
  }

  private static OriginPattern exact(String text) throws UnusableOriginException {
    return Origin.parse(text)
        .map(OriginPattern::of)
        .orElseThrow(() -> unusable("This is no origin. Send one as in https://www.example.com."));
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  private static UnusableOriginException unusable(String message) {
    return new UnusableOriginException(message);
  }
}
