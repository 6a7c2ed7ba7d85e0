package io.feedbackplatform.core.site;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.site.OriginReader.UnusableOriginException;
import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants of a site, as they wrote it; what is absent stays as it is.
 *
 * @param origins all that the site is to list
 * @param accentColor {@code #RRGGBB}
 * @param strings all texts that the site is to word differently
 */
public record SiteDraft(
    @Nullable String name,
    @Nullable List<String> origins,
    @Nullable String accentColor,
    WidgetTheme.@Nullable Mode mode,
    WidgetTheme.@Nullable Position position,
    @Nullable Map<String, String> strings,
    @Nullable Challenge challenge,
    @Nullable Question question) {

  private static final int MOST_VIOLATIONS = 20;

  /**
   * A new site, which needs a name.
   *
   * @throws DomainException.InvalidInput naming every field that breaks a rule
   */
  public Site made(SiteId id, Instant now) {
    var violations = violations();
    if (name == null) {
      violations.addFirst(new Violation("name", "required", "Say what the site is called."));
    }
    refuse(violations);
    return appliedTo(Site.named(id, "-", Set.of(), now));
  }

  /**
   * The site as it is wanted.
   *
   * @throws DomainException.InvalidInput naming every field that breaks a rule
   */
  public Site appliedTo(Site site) {
    refuse(violations());
    var theme = site.theme();
    return new Site(
        site.id(),
        name == null ? site.name() : plain(name),
        origins == null ? site.origins() : read(origins, new ArrayList<>()),
        new WidgetTheme(
            accentColor == null ? theme.accentColor() : accentColor,
            mode == null ? theme.mode() : mode,
            position == null ? theme.position() : position),
        strings == null ? site.strings() : plain(strings),
        challenge == null ? site.challenge() : challenge,
        question == null ? site.question() : question,
        site.createdAt());
  }

  private List<Violation> violations() {
    var violations = new ArrayList<Violation>();
    if (name != null) {
      checkText("name", name, Site.LONGEST_NAME, violations);
    }
    if (origins != null) {
      var read = read(origins, violations);
      if (read.size() > Site.MOST_ORIGINS) {
        violations.add(
            new Violation(
                "origins", "too_many", "List at most 40 origins; a star covers several."));
      }
    }
    if (accentColor != null && !WidgetTheme.isColor(accentColor)) {
      violations.add(
          new Violation("theme.accentColor", "invalid_color", "Send a colour like #3B5BDB."));
    }
    if (strings != null) {
      checkStrings(strings, violations);
    }
    return violations;
  }

  private static void checkStrings(Map<String, String> strings, List<Violation> violations) {
    for (var entry : strings.entrySet()) {
      if (WidgetTexts.NAMES.contains(entry.getKey())) {
        checkText("strings." + entry.getKey(), entry.getValue(), WidgetTexts.LONGEST, violations);
      } else {
        violations.add(
            new Violation(
                "strings",
                "unknown_field",
                "The widget has other texts. Known are: " + WidgetTexts.listed() + "."));
        return;
      }
    }
  }

  private static void checkText(
      String field, String text, int longest, List<Violation> violations) {
    if (text.isBlank()) {
      violations.add(new Violation(field, "required", "Send a text that is not blank."));
    } else if (text.codePointCount(0, text.length()) > longest || plain(text).length() > longest) {
      violations.add(new Violation(field, "too_long", "Send at most " + longest + " characters."));
    } else if (text.codePoints().anyMatch(SiteDraft::isUnwanted)) {
      violations.add(
          new Violation(
              field, "invalid_characters", "Leave out line breaks and control characters."));
    }
  }

  private static boolean isUnwanted(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
  }

  private static Set<OriginPattern> read(List<String> origins, List<Violation> violations) {
    var read = new HashSet<OriginPattern>();
    for (int i = 0; i < origins.size(); i++) {
      try {
        read.add(OriginReader.read(origins.get(i)));
      } catch (UnusableOriginException unusable) {
        violations.add(
            new Violation(
                "origins[" + i + "]", "invalid_origin", String.valueOf(unusable.getMessage())));
      }
    }
    return read;
  }

  private static Map<String, String> plain(Map<String, String> texts) {
    var plain = new HashMap<String, String>();
    texts.forEach((key, text) -> plain.put(key, plain(text)));
    return plain;
  }

  /** In the composed form of Unicode; the length of what comes here is bounded. */
  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
  }

  private static void refuse(List<Violation> violations) {
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations.stream().limit(MOST_VIOLATIONS).toList());
    }
  }
}
