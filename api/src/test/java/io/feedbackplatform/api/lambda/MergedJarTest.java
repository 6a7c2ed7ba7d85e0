package io.feedbackplatform.api.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedJarTest {

  private static final String SERVICE = "META-INF/services/java.sql.Driver";
  private static final String FACTORIES = "META-INF/spring.factories";
  private static final String NOTICE = "META-INF/NOTICE";

  @TempDir Path folder;

  @Test
  void holdsWhatEachOfThemHolds() throws IOException {
    try (var merged = merge(Map.of("a/A.class", "one"), Map.of("b/B.class", "two"))) {
      assertThat(read(merged, "a/A.class")).isEqualTo("one");
      assertThat(read(merged, "b/B.class")).isEqualTo("two");
      assertThat(merged.getManifest().getMainAttributes())
          .containsEntry(Attributes.Name.MAIN_CLASS, "example.Main")
          .doesNotContainKey(Attributes.Name.CLASS_PATH);
    }
  }

  @Test
  void joinsTheListsInWhichEachNamesItsParts() throws IOException {
    try (var merged =
        merge(
            Map.of(SERVICE, "a.Driver", FACTORIES, "kind=a.One,\\\n  a.Two\n"),
            Map.of(SERVICE, "b.Driver", FACTORIES, "kind=b.One\nother=b.Two\n"))) {
      assertThat(read(merged, SERVICE).lines()).containsExactly("a.Driver", "b.Driver");
      var factories = new Properties();
      factories.load(new StringReader(read(merged, FACTORIES)));
      assertThat(factories)
          .containsOnly(Map.entry("kind", "a.One,a.Two,b.One"), Map.entry("other", "b.Two"));
    }
  }

  @Test
  void keepsEveryLicence() throws IOException {
    try (var merged = merge(Map.of(NOTICE, "of the first"), Map.of(NOTICE, "of the second"))) {
      assertThat(read(merged, "META-INF/licenses/0.jar/NOTICE")).isEqualTo("of the first");
      assertThat(read(merged, "META-INF/licenses/1.jar/NOTICE")).isEqualTo("of the second");
    }
  }

  @Test
  void losesNothingQuietly() {
    assertThatThrownBy(() -> merge(Map.of("a.txt", "one"), Map.of("a.txt", "two")))
        .hasMessageContainingAll("0.jar", "1.jar", "a.txt");
  }

  @Test
  void isTheSameBytesWhenMadeAgain() throws IOException {
    merge(Map.of("a", "1", "b", "2"), Map.of("c", "3")).close();
    var first = Files.readAllBytes(folder.resolve("merged.jar"));

    merge(Map.of("b", "2", "a", "1"), Map.of("c", "3")).close();

    assertThat(Files.readAllBytes(folder.resolve("merged.jar"))).isEqualTo(first);
  }

  private JarFile merge(Map<String, String> first, Map<String, String> second) throws IOException {
    var merged = folder.resolve("merged.jar");
    MergedJar.write(List.of(jar("0.jar", first), jar("1.jar", second)), merged);
    return new JarFile(merged.toFile());
  }

  private Path jar(String name, Map<String, String> files) throws IOException {
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, "example.Main");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "lib/1.jar");
    var path = folder.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(path), manifest)) {
      for (var file : files.entrySet()) {
        out.putNextEntry(new JarEntry(file.getKey()));
        out.write(file.getValue().getBytes(UTF_8));
      }
    }
    return path;
  }

  private static String read(JarFile jar, String name) throws IOException {
    try (var content = jar.getInputStream(jar.getEntry(name))) {
      return new String(content.readAllBytes(), UTF_8);
    }
  }
}
