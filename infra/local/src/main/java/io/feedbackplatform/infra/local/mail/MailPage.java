package io.feedbackplatform.infra.local.mail;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The caught mails as a page: their text, with its links to click on. */
final class MailPage {

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<]+");

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="referrer" content="no-referrer">
      <title>Mail</title>
      <style>
      :root { color-scheme: light dark; }
      body { margin: 0 auto; padding: 1.5rem; max-width: 44rem; font: 1rem/1.5 system-ui, sans-serif; }
      article { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid #8885; border-radius: .75rem; }
      h2 { margin: 0; font-size: 1.0625rem; }
      p { margin: 0; opacity: .7; font-size: .875rem; }
      pre { margin: .75rem 0 0; font: inherit; white-space: pre-wrap; overflow-wrap: anywhere; }
      </style>
      </head>
      <body>
      <h1>Mail</h1>
      <p>What this machine's platform sent, newest first. Nothing left the machine.</p>
      %s
      </body>
      </html>
      """;

  private MailPage() {}

  static String of(List<CaughtMail> mails) {
    return PAGE.formatted(
        mails.isEmpty()
            ? "<article>Nothing yet.</article>"
            : mails.stream().map(MailPage::article).collect(Collectors.joining("\n")));
  }

  private static String article(CaughtMail mail) {
    return "<article><h2>%s</h2><p>To %s, %s</p><pre>%s</pre></article>"
        .formatted(
            escaped(mail.subject()),
            escaped(mail.to()),
            mail.at(),
            LINK.matcher(escaped(mail.text())).replaceAll("<a href=\"$0\">$0</a>"));
  }

  private static String escaped(String words) {
    return words
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
