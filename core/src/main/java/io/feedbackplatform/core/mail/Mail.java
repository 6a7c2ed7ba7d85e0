package io.feedbackplatform.core.mail;

import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.text.Line;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A message to one person, as plain text and as HTML that says the same.
 *
 * @param subject 1 to {@value #LONGEST_SUBJECT} characters on one line, without controls
 */
public record Mail(EmailAddress to, String subject, String text, String html) {

  /** Far below the 998 characters that a line of a message may have (RFC 5322, 2.1.1). */
  public static final int LONGEST_SUBJECT = 200;

  public Mail {
    if (subject.isBlank()
        || subject.codePointCount(0, subject.length()) > LONGEST_SUBJECT
        || !Line.isVisible(subject)) {
      throw new IllegalArgumentException("a subject is one line of plain characters");
    }
  }

  /** A message of these parts. The words may come from anybody: they are made harmless here. */
  public static Mail of(EmailAddress to, String subject, List<Part> parts) {
    var line = Words.cut(Words.onOneLine(subject), LONGEST_SUBJECT);
    var text = parts.stream().map(Mail::text).collect(Collectors.joining("\n\n", "", "\n"));
    var html =
        parts.stream()
            .map(Mail::html)
            .collect(
                Collectors.joining(
                    "\n",
                    "<!doctype html>\n<html lang=\"en\">\n<head><meta charset=\"utf-8\"><title>"
                        + Words.escaped(line)
                        + "</title></head>\n<body style=\"margin:0;padding:24px;font-family:sans-serif;"
                        + "font-size:16px;line-height:1.5;max-width:560px\">\n",
                    "\n</body>\n</html>\n"));
    return new Mail(to, line, text, html);
  }

  private static String text(Part part) {
    return switch (part) {
      case Part.Paragraph(var words) -> Words.onOneLine(words);
      case Part.Link(var words, var target) -> Words.onOneLine(words) + ":\n" + target;
    };
  }

  private static String html(Part part) {
    return switch (part) {
      case Part.Paragraph(var words) -> "<p>" + Words.escaped(Words.onOneLine(words)) + "</p>";
      case Part.Link(var words, var target) ->
          "<p><a href=\"%1$s\" style=\"%3$s\">%2$s</a></p><p style=\"%4$s\">%1$s</p>"
              .formatted(
                  Words.escaped(target.toString()),
                  Words.escaped(Words.onOneLine(words)),
                  "display:inline-block;padding:10px 18px;border-radius:8px;background:#5b5bd6;"
                      + "color:#ffffff;text-decoration:none;font-weight:bold",
                  "font-size:13px;color:#63636f;word-break:break-all");
    };
  }

  /** Without what it says: a link in it may be a secret. */
  @Override
  public String toString() {
    return "Mail[" + to + "]";
  }
}
