package io.feedbackplatform.benchmarks.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksTest {

  private static final Pattern LINK = Pattern.compile("\\[[^\\]]*\\]\\(([^)\\s]+)\\)");
  private static final Pattern ELSEWHERE = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

  @Test
  void everyRelativeLinkLeadsSomewhere() throws IOException {
    var pages = Pages.all();

    assertThat(pages).hasSizeGreaterThan(20);
    var dead = new ArrayList<String>();
    for (var page : pages) {
      dead.addAll(deadLinks(page));
    }
    assertThat(dead).isEmpty();
  }

  @Test
  void seesALinkThatLeadsNowhere(@TempDir Path folder) throws IOException {
    var page =
        Files.writeString(
            folder.resolve("page.md"),
            "# Here\n[a](other.md) [b](#there) [c](page.md#here) `[d](code.md)` [e](https://x.example)\n");

    assertThat(deadLinks(page)).hasSize(2);
  }

  private static List<String> deadLinks(Path page) throws IOException {
    var dead = new ArrayList<String>();
    for (var link : LINK.matcher(Pages.withoutCode(page)).results().toList()) {
      var target = link.group(1);
      if (!ELSEWHERE.matcher(target).matches() && !leadsSomewhere(page, target)) {
        dead.add(page + ": " + target);
      }
    }
    return dead;
  }

  private static boolean leadsSomewhere(Path page, String target) throws IOException {
    int hash = target.indexOf('#');
    var path = hash < 0 ? target : target.substring(0, hash);
    var file = path.isEmpty() ? page : page.resolveSibling(path).normalize();
    if (!Files.exists(file)) {
      return false;
    }
    return hash < 0
        || Pages.headings(file).stream()
            .map(Pages::anchor)
            .anyMatch(target.substring(hash + 1)::equals);
  }
}
