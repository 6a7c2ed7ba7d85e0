package io.feedbackplatform.core.mail;

import java.net.URI;
import java.util.Objects;

/** A piece of a mail's body. Its words are text, whoever wrote them: markup in them is shown. */
public sealed interface Part {

  /** Words in a paragraph of their own. */
  record Paragraph(String words) implements Part {}

  /**
   * The one thing that the reader is asked to do.
   *
   * @param target http or https
   */
  record Link(String words, URI target) implements Part {

    public Link {
      var scheme = Objects.requireNonNullElse(target.getScheme(), "");
      if (!scheme.equals("https") && !scheme.equals("http")) {
        throw new IllegalArgumentException("a link in a mail leads to an http(s) address");
      }
    }
  }

  static Part paragraph(String words) {
    return new Paragraph(words);
  }

  static Part link(String words, URI target) {
    return new Link(words, target);
  }
}
