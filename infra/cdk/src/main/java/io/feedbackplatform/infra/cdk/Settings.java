package io.feedbackplatform.infra.cdk;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of {@code --context name=value}. On the command line every value is a string; in a
 * cdk.json it may be a number, a boolean or a list too.
 */
final class Settings {

  /** The CDK's own settings all have a colon, a slash, a dash or an at sign in their names. */
  private static final Pattern OURS = Pattern.compile("[A-Za-z]+");

  private final Map<String, Object> values;
  private final Set<String> asked = new TreeSet<>();

  Settings(Map<String, Object> values) {
    this.values = values;
  }

  @Nullable String text(String name) {
    asked.add(name);
    var value = values.get(name);
    if (value == null || value.toString().isBlank()) {
      return null;
    }
    return value.toString().strip();
  }

  String text(String name, String otherwise) {
    var value = text(name);
    return value == null ? otherwise : value;
  }

  boolean flag(String name) {
    return switch (text(name)) {
      case "true" -> true;
      case "false" -> false;
      case null -> false;
      default -> throw invalid(name, "true or false");
    };
  }

  @Nullable Integer count(String name, int most) {
    var value = text(name);
    if (value == null) {
      return null;
    }
    if (value.matches("[1-9][0-9]{0,8}") && Integer.parseInt(value) <= most) {
      return Integer.valueOf(value);
    }
    throw invalid(name, "a whole number from 1 to %,d".formatted(most));
  }

  /** Separated by commas, or a list. */
  List<String> list(String name) {
    var value = values.get(name);
    var text = text(name);
    if (text == null) {
      return List.of();
    }
    var parts =
        value instanceof Collection<?> several
            ? several.stream().map(String::valueOf)
            : Arrays.stream(text.split(",", -1));
    return parts.map(String::strip).filter(part -> !part.isEmpty()).distinct().toList();
  }

  InvalidInstallation invalid(String name, String expected) {
    return new InvalidInstallation(
        "Give --context %s %s; this is: %s".formatted(name, expected, values.get(name)));
  }

  /** A misspelt name would otherwise be an option that silently is not there. */
  void refuseOthers() {
    var others =
        values.keySet().stream()
            .filter(name -> OURS.matcher(name).matches() && !asked.contains(name))
            .collect(Collectors.toCollection(TreeSet::new));
    if (!others.isEmpty()) {
      throw new InvalidInstallation(
          "There is no --context %s; known are: %s"
              .formatted(String.join(", ", others), String.join(", ", asked)));
    }
  }
}
