package io.feedbackplatform.api.mail;

import io.feedbackplatform.api.settings.InvalidSetting;
import java.net.URI;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As whom mail is sent, and where its links lead.
 *
 * @param from the sender, with or without a name: {@code Feedback <feedback@example.com>}
 * @param console where people find the console, without a slash at the end
 */
public record MailSettings(String from, URI console) {

  private static final String FROM = "FEEDBACK_MAIL_FROM";
  private static final String CONSOLE = "FEEDBACK_CONSOLE_URL";

  /** No quotes, commas or line ends: one sender, and nothing behind it. */
  private static final Pattern SENDER =
      Pattern.compile(
          "(?:[A-Za-z0-9 .-]{1,60} <[^\\s<>@,\"]+@[^\\s<>@,\"]+>|[^\\s<>@,\"]+@[^\\s<>@,\"]+)");

  /**
   * @param variables looks up an environment variable
   * @return null where no mail is sent
   * @throws InvalidSetting naming the variable that is missing beside the other, or wrong
   */
  public static @Nullable MailSettings read(Function<String, @Nullable String> variables) {
    var from = variables.apply(FROM);
    var console = variables.apply(CONSOLE);
    if (isBlank(from) && isBlank(console)) {
      return null;
    }
    if (from == null || !SENDER.matcher(from.strip()).matches()) {
      throw new InvalidSetting(
          "Set the environment variable "
              + FROM
              + " to the sender of mail, as in 'Feedback <feedback@example.com>', or leave both it and "
              + CONSOLE
              + " out to send none.");
    }
    return new MailSettings(from.strip(), url(console));
  }

  private static URI url(@Nullable String text) {
    if (text != null && text.strip().matches("https?://[^\\s/?#]+[^\\s?#]*")) {
      return URI.create(text.strip().replaceAll("/+$", ""));
    }
    throw new InvalidSetting(
        "Set the environment variable "
            + CONSOLE
            + " to the console's absolute http(s) URL, where the links of mails lead.");
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }
}
