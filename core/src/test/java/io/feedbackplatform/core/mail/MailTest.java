package io.feedbackplatform.core.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.contact.EmailAddress;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailTest {

  private static final EmailAddress ADA = new EmailAddress("ada@example.com");

  @Test
  void saysTheSameInTextAndInHtml() {
    var mail =
        Mail.of(
            ADA,
            "Come in",
            List.of(
                Part.paragraph("You are invited."),
                Part.link("Accept", URI.create("https://console.example.com/a?b=1&c=2#t"))));

    assertThat(mail.text())
        .isEqualTo("You are invited.\n\nAccept:\nhttps://console.example.com/a?b=1&c=2#t\n");
    assertThat(mail.html())
        .contains("<p>You are invited.</p>")
        .contains("href=\"https://console.example.com/a?b=1&amp;c=2#t\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Shop\r\nBcc: victim@example.com",
        "Shop\nBcc: victim@example.com",
        "Shop\u0085Bcc: victim@example.com",
        "Shop\u2028Bcc: victim@example.com",
        "Shop\u0000\u202eBcc: victim@example.com",
        "Shop \ud800 Bcc: victim@example.com"
      })
  void keepsNamesFromBeginningAHeaderOrTurningTheText(String name) {
    var mail = Mail.of(ADA, name, List.of(Part.paragraph(name)));

    assertThat(mail.subject()).isEqualTo("Shop Bcc: victim@example.com");
    assertThat(mail.text()).isEqualTo("Shop Bcc: victim@example.com\n");
    assertThatThrownBy(() -> new Mail(ADA, name, "", "")).isInstanceOf(RuntimeException.class);
  }

  @Test
  void showsMarkupAsTheTextThatItIs() {
    var name = "\"><script>alert('x')</script><a href=\"https://evil.example\">&amp;";

    var mail =
        Mail.of(
            ADA,
            name,
            List.of(Part.paragraph(name), Part.link(name, URI.create("https://a.example"))));

    assertThat(mail.html())
        .doesNotContain("<script")
        .doesNotContain("<a href=\"https://evil")
        .contains("&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;");
    assertThat(mail.text()).contains(name);
  }

  @Test
  void cutsWhatIsTooLongForASubject() {
    var mail = Mail.of(ADA, "\ud83d\ude00".repeat(300), List.of());

    assertThat(mail.subject().codePointCount(0, mail.subject().length()))
        .isEqualTo(Mail.LONGEST_SUBJECT);
    assertThat(mail.subject()).endsWith("\ud83d\ude00…");
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "data:text/html,x", "/relative"})
  void linksToTheWebOnly(String target) {
    assertThatThrownBy(() -> Part.link("Go", URI.create(target)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isNotSpelledInLogs() {
    var mail =
        Mail.of(ADA, "Come in", List.of(Part.link("Go", URI.create("https://a.example/#secret"))));

    assertThat(mail.toString()).doesNotContain("secret").doesNotContain("ada");
  }
}
