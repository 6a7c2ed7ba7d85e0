package io.feedbackplatform.ops.notification;

/**
 * A message to the people on duty.
 *
 * @param subject one line of at most 100 printable ASCII characters, as an e-mail's subject by way
 *     of SNS must be (SNS API, Publish)
 */
public record Notification(String subject, String text) {

  private static final int LONGEST = 100;

  public Notification {
    if (!subject.matches("[ -~]{1," + LONGEST + "}")) {
      throw new IllegalArgumentException("no subject of an e-mail: " + subject);
    }
  }

  /** With a subject that is cut and cleaned to what an e-mail takes. */
  public static Notification of(String subject, String text) {
    var clean = subject.replaceAll("[^ -~]", "?");
    return new Notification(
        clean.length() > LONGEST ? clean.substring(0, LONGEST - 3) + "..." : clean, text);
  }
}
