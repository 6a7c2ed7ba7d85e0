package io.feedbackplatform.admin.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeLinksTest {

  @Test
  void linksToAWebPageInAWindowThatKnowsNothingOfThisOne() {
    assertThat(SafeLinks.page("https://shop.example.com/a?b=c"))
        .isInstanceOfSatisfying(
            Anchor.class,
            link -> {
              assertThat(link.getHref()).isEqualTo("https://shop.example.com/a?b=c");
              assertThat(link.getElement().getAttribute("rel")).isEqualTo("noopener noreferrer");
              assertThat(link.getElement().getAttribute("target")).isEqualTo("_blank");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript:alert(1)//https://x",
        "data:text/html,<script>alert(1)</script>",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "https:evil",
        " https://shop.example.com",
        "not an address"
      })
  void showsAnythingElseAsText(String address) {
    assertThat(SafeLinks.page(address))
        .isInstanceOfSatisfying(Span.class, text -> assertThat(text.getText()).isEqualTo(address));
  }

  @Test
  void addsNothingToAMailThatTheVisitorPutIntoTheAddress() {
    assertThat(SafeLinks.email("a@example.com?bcc=b@example.com"))
        .isInstanceOfSatisfying(
            Anchor.class,
            link ->
                assertThat(link.getHref()).isEqualTo("mailto:a@example.com%3Fbcc%3Db@example.com"));
  }
}
