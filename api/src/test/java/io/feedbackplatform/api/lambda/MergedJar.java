package io.feedbackplatform.api.lambda;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * Several jars as one: a start opens one file, and reads one list of entries and one manifest. The
 * files in which each jar names its parts are joined; of files with one name and different contents
 * that are not known to be such lists, none is lost quietly.
 */
final class MergedJar {

  /** Signatures and descriptions of a single jar, and what only tools of developers read. */
  private static final Pattern LEFT_OUT =
      Pattern.compile(
          "(META-INF/versions/\\d+/)?module-info\\.class|META-INF/(MANIFEST\\.MF|INDEX\\.LIST|maven/.*"
              + "|[^/]+\\.(SF|RSA|DSA|EC)|spring-devtools\\.properties|web-fragment\\.xml"
              + "|(additional-)?spring-configuration-metadata\\.json|spring\\.tooling)");

  private static final Pattern LINES =
      Pattern.compile("META-INF/(services/.*|spring/.*\\.imports|spring\\.(handlers|schemas))");

  private static final Pattern LISTS_BY_KEY =
      Pattern.compile("META-INF/(spring\\.factories|spring/aot\\.factories)");

  private static final Pattern KEYS =
      Pattern.compile("META-INF/spring-autoconfigure-metadata\\.properties");

  private static final Pattern RIGHTS =
      Pattern.compile("META-INF/([^/]*(LICENSE|NOTICE|license|notice)[^/]*|DEPENDENCIES)");

  private final Map<String, byte[]> entries = new TreeMap<>();
  private final Map<String, Path> origins = new HashMap<>();

  private MergedJar() {}

  /**
   * @param jars in the order of the class path; the first one's manifest names the main class
   */
  static void write(List<Path> jars, Path destination) throws IOException {
    var merged = new MergedJar();
    for (var jar : jars) {
      merged.add(jar);
    }
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClassOf(jars.getFirst()));
    manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
    try (var out = new JarOutputStream(Files.newOutputStream(destination))) {
      merged.writeTo(out, manifest);
    }
  }

  private static String mainClassOf(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      return file.getManifest().getMainAttributes().getValue(Attributes.Name.MAIN_CLASS);
    }
  }

  private void add(Path path) throws IOException {
    try (var jar = new JarFile(path.toFile())) {
      for (var entry : jar.stream().filter(one -> !one.isDirectory()).toList()) {
        var name = entry.getName();
        var isVersion = name.startsWith("META-INF/versions/");
        if (LEFT_OUT.matcher(name).matches() || isVersion && !jar.isMultiRelease()) {
          continue;
        }
        try (var content = jar.getInputStream(entry)) {
          add(path, name, content.readAllBytes());
        }
      }
    }
  }

  private void add(Path jar, String name, byte[] content) throws IOException {
    if (RIGHTS.matcher(name).matches()) {
      entries.put(
          name.replace("META-INF/", "META-INF/licenses/" + jar.getFileName() + "/"), content);
      return;
    }
    var before = entries.get(name);
    if (before == null) {
      origins.put(name, jar);
      entries.put(name, content);
    } else if (LINES.matcher(name).matches()) {
      entries.put(name, join(before, content));
    } else if (LISTS_BY_KEY.matcher(name).matches()) {
      entries.put(name, joinByKey(before, content));
    } else if (KEYS.matcher(name).matches()) {
      entries.put(name, join(before, content));
    } else if (!Arrays.equals(before, content)) {
      throw new IllegalStateException(
          "%s and %s both hold %s, and not the same. Say in MergedJar what becomes of it."
              .formatted(origins.get(name).getFileName(), jar.getFileName(), name));
    }
  }

  private static byte[] join(byte[] first, byte[] second) {
    var joined = new ByteArrayOutputStream();
    joined.writeBytes(first);
    joined.write('\n');
    joined.writeBytes(second);
    return joined.toByteArray();
  }

  private static byte[] joinByKey(byte[] first, byte[] second) throws IOException {
    var values = new TreeMap<String, String>();
    for (var part : List.of(first, second)) {
      var properties = new Properties();
      properties.load(new ByteArrayInputStream(part));
      properties.forEach((key, value) ->
          values.merge((String) key, (String) value, (one, other) -> one + "," + other));
    }
    var text = new StringBuilder();
    values.forEach((key, value) -> text.append(key).append('=').append(value).append('\n'));
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private void writeTo(JarOutputStream out, Manifest manifest) throws IOException {
    out.putNextEntry(entry(JarFile.MANIFEST_NAME));
    manifest.write(out);
    for (var one : entries.entrySet()) {
      out.putNextEntry(entry(one.getKey()));
      out.write(one.getValue());
    }
  }

  /** Always of the same time, so that the same jars make the same one. */
  private static JarEntry entry(String name) {
    var entry = new JarEntry(name);
    entry.setTimeLocal(LocalDateTime.of(2026, 1, 1, 0, 0));
    return entry;
  }
}
