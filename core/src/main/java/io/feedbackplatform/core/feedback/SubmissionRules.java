package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.contact.EmailAddress;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The limits of a submission, each broken one told in a sentence that says what would be accepted.
 */
final class SubmissionRules {

  static final int MESSAGE = 5_000;
  private static final int NAME = 200;
  private static final int CATEGORY = 50;
  private static final int PAGE = 2_048;
  private static final int LOCALE = 35; // RFC 5646, 4.4.1
  private static final int METADATA_ENTRIES = 20;
  private static final int METADATA_KEY = 50;
  private static final int METADATA_VALUE = 500;

  /**
   * What browsers show as the address of a page. They leave characters in it that RFC 3986 forbids,
   * such as a bracket or a lone percent sign, and no visitor can help that.
   */
  private static final Pattern PAGE_FORM =
      Pattern.compile("(?i)https?://(?=[^/?#:])[^\\s\\p{Cntrl}<>\"\\\\]+");

  private final List<Violation> violations = new ArrayList<>();

  private SubmissionRules() {}

  static List<Violation> check(
      Answers answers,
      @Nullable String message,
      @Nullable String name,
      @Nullable String email,
      @Nullable String category,
      @Nullable String page,
      @Nullable String locale,
      Map<String, String> metadata) {
    var rules = new SubmissionRules();
    rules.substance(answers, message);
    rules.answers(answers);
    rules.length("message", message, MESSAGE);
    rules.length("name", name, NAME);
    rules.email(email);
    rules.length("category", category, CATEGORY);
    rules.page(page);
    rules.locale(locale);
    rules.metadata(metadata);
    return rules.violations;
  }

  private void substance(Answers answers, @Nullable String message) {
    if (answers.isEmpty() && message == null) {
      refuse(
          "rating",
          "required",
          "Send a rating from 1 to 5, nps from 0 to 10, ces from 1 to 7, a message, or several of them.");
    }
  }

  private void answers(Answers answers) {
    within("rating", answers.rating(), 1, 5, "Send a whole number from 1 (worst) to 5 (best).");
    within(
        "nps",
        answers.nps(),
        0,
        10,
        "Send a whole number from 0 (not at all likely) to 10 (extremely likely).");
    within(
        "ces",
        answers.ces(),
        1,
        7,
        "Send a whole number from 1 (strongly disagree) to 7 (strongly agree).");
  }

  private void within(
      String field, @Nullable Integer answer, int least, int most, String sentence) {
    if (answer != null && (answer < least || answer > most)) {
      refuse(field, "out_of_range", sentence);
    }
  }

  private void email(@Nullable String email) {
    if (length("email", email, EmailAddress.MOST)
        && email != null
        && !EmailAddress.isWellFormed(email)) {
      refuse(
          "email",
          "invalid_email",
          "Send an address like name@example.com, or leave the field out.");
    }
  }

  private void page(@Nullable String page) {
    if (length("page", page, PAGE) && page != null && !PAGE_FORM.matcher(page).matches()) {
      refuse(
          "page",
          "invalid_url",
          "Send an absolute address that starts with https:// or http://, or leave the field out.");
    }
  }

  private void locale(@Nullable String locale) {
    if (length("locale", locale, LOCALE) && locale != null && !isLanguageTag(locale)) {
      refuse(
          "locale",
          "invalid_locale",
          "Send a language tag like 'en' or 'pt-BR' (BCP 47), or leave the field out.");
    }
  }

  private void metadata(Map<String, String> metadata) {
    if (metadata.size() > METADATA_ENTRIES) {
      refuse("metadata", "too_many", "Send at most " + METADATA_ENTRIES + " entries.");
    }
    metadata.forEach((key, value) -> {
      if (!isKey(key)) {
        refuse(
            "metadata",
            "invalid_key",
            "Use keys of 1 to "
                + METADATA_KEY
                + " valid characters, none of them a control, in the composed form (NFC).");
      } else {
        length("metadata." + key, value, METADATA_VALUE);
      }
    });
  }

  private static boolean isKey(String key) {
    return !key.isBlank()
        && key.codePointCount(0, key.length()) <= METADATA_KEY
        && key.codePoints().noneMatch(c -> isNoCharacter(c) || Character.isISOControl(c))
        && Normalizer.isNormalized(key, Normalizer.Form.NFC);
  }

  /** Whether the text may be looked at further. */
  private boolean length(String field, @Nullable String value, int most) {
    if (value == null) {
      return true;
    }
    if (value.codePointCount(0, value.length()) > most) {
      refuse(
          field,
          "too_long",
          "Send at most " + String.format(Locale.ROOT, "%,d", most) + " characters.");
      return false;
    }
    if (value.codePoints().anyMatch(SubmissionRules::isNoCharacter)) {
      refuse(
          field,
          "invalid_text",
          "Send valid Unicode: this text holds half a surrogate pair or a NUL character.");
      return false;
    }
    return true;
  }

  /** A surrogate without its other half cannot be stored as UTF-8, and many readers stop at NUL. */
  private static boolean isNoCharacter(int codePoint) {
    return codePoint == 0
        || (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE);
  }

  private void refuse(String field, String code, String message) {
    violations.add(new Violation(field, code, message));
  }

  private static boolean isLanguageTag(String text) {
    try {
      return !new Locale.Builder()
          .setLanguageTag(text.replace('_', '-'))
          .build()
          .getLanguage()
          .isEmpty();
    } catch (IllformedLocaleException notATag) {
      return false;
    }
  }
}
