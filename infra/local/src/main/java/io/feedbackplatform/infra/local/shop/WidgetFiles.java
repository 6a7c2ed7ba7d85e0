package io.feedbackplatform.infra.local.shop;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the widget's jar, under the paths of its CDN. */
final class WidgetFiles {

  private static final Path FOLDER = Path.of("/widget/v1");
  private static final String RESOURCES = "/META-INF/feedback-widget/v1/";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+\\.(js|css|map|json)");
  private static final Pattern HASHED = Pattern.compile(".*-[A-Za-z0-9_-]{8,}\\.[a-z]+");

  /** The loader keeps its name through all releases, so it must not be kept for long. */
  private static final String EVERGREEN = "public, max-age=300";

  private static final String IMMUTABLE = "public, max-age=31536000, immutable";

  Optional<Content> find(Path path) {
    var name = String.valueOf(path.getFileName());
    if (!FOLDER.equals(path.getParent()) || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (var file = WidgetFiles.class.getResourceAsStream(RESOURCES + name)) {
      return file == null
          ? Optional.empty()
          : Optional.of(new Content(type(name), file.readAllBytes(), cacheControl(name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String cacheControl(String name) {
    return HASHED.matcher(name).matches() ? IMMUTABLE : EVERGREEN;
  }

  private static String type(String name) {
    if (name.endsWith(".js")) {
      return "text/javascript; charset=utf-8";
    }
    return name.endsWith(".css") ? "text/css; charset=utf-8" : "application/json";
  }
}
