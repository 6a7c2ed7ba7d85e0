package io.feedbackplatform.core.spam;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Judges by what was written and how: the same feedback is always judged alike, nobody else is
 * asked, and nothing is remembered. Which language somebody writes is no sign of anything.
 */
public final class SpamFilter {

  /** Less time than a person takes to read the form and press two buttons. */
  public static final Duration SHORTEST_VISIT = Duration.ofSeconds(2);

  private static final int MANY = 3;

  /**
   * Not by a word boundary: behind a combining mark that looks back for its letter over all marks,
   * which takes the square of their number.
   */
  private static final Pattern LINK =
      Pattern.compile("(?i)(?<![\\p{L}\\p{N}_])(?:https?://|www\\.)[\\p{L}\\p{N}]");

  private static final Pattern MARKUP =
      Pattern.compile("(?i)<a\\s[^>]{0,200}href|\\[(?:url|link)[]=]");

  /**
   * Words that are repeated to fill a text are few; these limits leave short exclamations alone.
   */
  private static final int WORDS_TO_JUDGE = 12;

  private static final double FEWEST_DISTINCT = 0.3;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");

  private static final List<String> PHRASES =
      List.of(
          "backlinks",
          "buy followers",
          "casino bonus",
          "cheap viagra",
          "crypto investment",
          "dear website owner",
          "earn money online",
          "guaranteed profit",
          "guest post",
          "increase your traffic",
          "online casino",
          "page one of google",
          "payday loan",
          "rank your website",
          "seo service",
          "sex dating",
          "web design service");

  private SpamFilter() {}

  /**
   * @param visit how the feedback came
   */
  public static SpamScore judge(Visit visit, @Nullable String name, @Nullable String message) {
    Set<SpamSign> signs = EnumSet.noneOf(SpamSign.class);
    if (visit.trapped()) {
      signs.add(SpamSign.TRAP_FILLED);
    }
    var openFor = visit.openFor();
    if (openFor != null && openFor.compareTo(SHORTEST_VISIT) < 0) {
      signs.add(SpamSign.TOO_FAST);
    }
    if (name != null && LINK.matcher(name).find()) {
      signs.add(SpamSign.LINK_IN_NAME);
    }
    if (message != null) {
      read(message, signs);
    }
    return SpamScore.of(signs);
  }

  private static void read(String message, Set<SpamSign> signs) {
    long links = LINK.matcher(message).results().limit(MANY).count();
    if (links > 0) {
      signs.add(links < MANY ? SpamSign.LINK : SpamSign.MANY_LINKS);
    }
    if (MARKUP.matcher(message).find()) {
      signs.add(SpamSign.LINK_MARKUP);
    }
    var lowerCase = message.toLowerCase(Locale.ROOT);
    if (PHRASES.stream().anyMatch(lowerCase::contains)) {
      signs.add(SpamSign.KNOWN_PHRASE);
    }
    var words = WORD.matcher(lowerCase).results().map(match -> match.group()).toList();
    if (words.size() >= WORDS_TO_JUDGE
        && new HashSet<>(words).size() < FEWEST_DISTINCT * words.size()) {
      signs.add(SpamSign.REPETITION);
    }
    if (words.stream().anyMatch(SpamFilter::mixesAlphabets)) {
      signs.add(SpamSign.MIXED_ALPHABETS);
    }
  }

  /** Only alphabets with letters that look alike; many languages rightly mix others. */
  private static boolean mixesAlphabets(String word) {
    boolean latin = false;
    boolean lookAlike = false;
    for (int letter : word.codePoints().toArray()) {
      switch (Character.UnicodeScript.of(letter)) {
        case LATIN -> latin = true;
        case CYRILLIC, GREEK -> lookAlike = true;
        default -> {}
      }
    }
    return latin && lookAlike;
  }
}
