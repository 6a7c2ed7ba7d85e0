package io.feedbackplatform.core.sentiment;

import org.jspecify.annotations.Nullable;

/** A language that the analyser has word lists for. Its lists are read when they are first used. */
enum Language {
  ENGLISH("en", 1 << 15, "english-vader.txt", "english-product.txt", "english-grammar.txt"),
  GERMAN("de", 1 << 13, "german.txt"),
  FRENCH("fr", 1 << 14, "french-vader.txt", "french.txt"),
  SPANISH("es", 1 << 12, "spanish.txt"),
  PORTUGUESE("pt", 1 << 13, "portuguese-leia.txt", "portuguese.txt");

  private final String tag;
  private final int places;
  private final String[] resources;
  private volatile @Nullable WordList words;

  Language(String tag, int places, String... resources) {
    this.tag = tag;
    this.places = places;
    this.resources = resources;
  }

  /**
   * @param locale a BCP 47 tag; its first part decides
   * @return nothing when there is no list for it
   */
  static @Nullable Language of(@Nullable String locale) {
    if (locale == null || locale.length() < 2) {
      return null;
    }
    boolean alone = locale.length() == 2 || !Words.isLetter(locale.charAt(2));
    for (var language : values()) {
      if (alone && locale.regionMatches(true, 0, language.tag, 0, 2)) {
        return language;
      }
    }
    return null;
  }

  static Language tagged(String tag) {
    for (var language : values()) {
      if (language.tag.equals(tag)) {
        return language;
      }
    }
    throw new IllegalArgumentException("there is no list for " + tag);
  }

  /** Its primary language subtag (BCP 47). */
  String tag() {
    return tag;
  }

  WordList words() {
    var known = words;
    return known == null ? read() : known;
  }

  private synchronized WordList read() {
    var known = words;
    if (known == null) {
      known = WordList.read(places, resources);
      words = known;
    }
    return known;
  }
}
