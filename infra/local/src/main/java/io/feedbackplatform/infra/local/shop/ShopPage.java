package io.feedbackplatform.infra.local.shop;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/**
 * The one page of a demo shop, with the widget's tag as a customer would write it. The page is the
 * same at every path, so that feedback can come from more than one.
 */
public final class ShopPage {

  private final Content page;

  /**
   * @param shop which page, by the name of its file without the ending
   * @param widget base URL of the widget's files
   * @param api base URL of the API with its stage
   */
  public ShopPage(String shop, URI widget, URI api, String siteKey) {
    this.page =
        Content.page(
            read(shop + ".html")
                .replace("{{widget}}", widget.toString())
                .replace("{{api}}", api.toString())
                .replace("{{siteKey}}", siteKey));
  }

  Optional<Content> find(Path path) {
    var isFile = path.toString().contains(".");
    return isFile ? Optional.empty() : Optional.of(page);
  }

  private static String read(String name) {
    try (var file = Objects.requireNonNull(ShopPage.class.getResourceAsStream(name), name)) {
      return new String(file.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
