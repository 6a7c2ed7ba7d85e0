package io.feedbackplatform.benchmarks.sentiment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A set of rated texts, named by its file. */
record RatedTexts(String name, List<RatedText> texts, int otherLines) {

  private static final String MARK = "groundtruth";

  /** In a file with more lines of another kind, those that fit do so by chance. */
  private static final double MOSTLY = 0.9;

  /**
   * The sets in a folder: the files with "GroundTruth" in their names, and when there are none, all
   * files that end with ".txt" and mostly have lines of a set.
   */
  static List<RatedTexts> in(Path folder) throws IOException {
    var files = new ArrayList<Path>();
    try (var entries = Files.newDirectoryStream(folder, "*.txt")) {
      entries.forEach(files::add);
    }
    files.sort(Comparator.naturalOrder());
    var marked =
        files.stream()
            .filter(file -> file.getFileName().toString().toLowerCase(Locale.ROOT).contains(MARK))
            .toList();
    var sets = new ArrayList<RatedTexts>();
    for (var file : marked.isEmpty() ? files : marked) {
      var set = read(file);
      int lines = set.texts().size() + set.otherLines();
      if (set.texts().size() > MOSTLY * lines) {
        sets.add(set);
      } else if (!marked.isEmpty()) {
        throw new IOException(
            "%s: %d of %d lines are not: id, tab, mean rating from -4 to 4, tab, text"
                .formatted(file, set.otherLines(), lines));
      }
    }
    return sets;
  }

  private static RatedTexts read(Path file) throws IOException {
    var lines = decode(Files.readAllBytes(file)).lines().filter(line -> !line.isBlank()).toList();
    var texts = lines.stream().map(RatedText::of).filter(Objects::nonNull).toList();
    return new RatedTexts(nameOf(file), texts, lines.size() - texts.size());
  }

  private static String nameOf(Path file) {
    return file.getFileName().toString().replaceFirst("(?i)(_?GroundTruth)?\\.txt$", "");
  }

  private static String decode(byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, Charset.forName("windows-1252"));
    }
  }
}
