package io.feedbackplatform.core.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteDraftTest {

  private static final SiteDraft NOTHING =
      new SiteDraft(null, null, null, null, null, null, null, null);

  @Test
  void leavesAsItIsWhatItDoesNotName() {
    var site = TestObjects.site("https://shop.example");

    assertThat(NOTHING.appliedTo(site)).isEqualTo(site);
    assertThat(named(" Cafe\u0301 ").appliedTo(site).name()).isEqualTo("Caf\u00e9");
    assertThat(named("New").appliedTo(site).differencesFrom(site)).containsExactly("name");
  }

  @Test
  void takesWhatItNames() {
    var draft =
        new SiteDraft(
            "Shop",
            List.of("https://SHOP.example", "https://shop.example:443", "https://*.shop.example"),
            "#AB12cd",
            WidgetTheme.Mode.DARK,
            WidgetTheme.Position.BOTTOM_LEFT,
            Map.of("title", "Wie war's?"),
            Challenge.PROOF_OF_WORK,
            Question.NPS);

    var made = draft.made(SiteId.random(), TestObjects.NOW);

    assertThat(made.origins())
        .extracting(OriginPattern::value)
        .containsExactlyInAnyOrder("https://shop.example", "https://*.shop.example");
    assertThat(made.differencesFrom(null))
        .containsExactly("name", "origins", "theme", "strings", "challenge", "question");
    assertThat(draft.appliedTo(made)).isEqualTo(made);
  }

  @Test
  void needsANameForANewSite() {
    assertThat(codes(() -> NOTHING.made(SiteId.random(), TestObjects.NOW)))
        .containsExactly("name required");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "a\nb", "a\u0000b", "a\u2028b", "\ud800", "\u0085x\u0001"})
  void refusesNamesThatNobodyCanRead(String name) {
    assertThat(codes(() -> named(name).appliedTo(TestObjects.site()))).hasSize(1);
    assertThat(named("a b").appliedTo(TestObjects.site()).name()).isEqualTo("a b");
  }

  @Test
  void refusesWhatIsTooLongOrTooMuch() {
    var site = TestObjects.site();
    assertThat(named("x".repeat(200)).appliedTo(site).name()).hasSize(200);
    assertThat(codes(() -> named("x".repeat(201)).appliedTo(site)))
        .containsExactly("name too_long");
    assertThat(codes(() -> named("\u0301".repeat(60_000)).appliedTo(site)))
        .containsExactly("name too_long");
    assertThat(listing(40).appliedTo(site).origins()).hasSize(40);
    assertThat(codes(() -> listing(41).appliedTo(site))).containsExactly("origins too_many");
  }

  @Test
  void namesEveryEntryThatIsWrong() {
    var draft =
        new SiteDraft(
            null,
            List.of("https://shop.example", "*", "https://*.com"),
            "red",
            null,
            null,
            Map.of("titel", "Wie war's?"),
            null,
            null);

    assertThat(codes(() -> draft.appliedTo(TestObjects.site())))
        .containsExactly(
            "origins[1] invalid_origin",
            "origins[2] invalid_origin",
            "theme.accentColor invalid_color",
            "strings unknown_field");
    assertThat(
            codes(() ->
                new SiteDraft(
                        null, Collections.nCopies(1_000, "x"), null, null, null, null, null, null)
                    .appliedTo(TestObjects.site())))
        .hasSize(20);
  }

  @Test
  void knowsTheTextsOfTheWidget() throws IOException {
    var source = Files.readString(Path.of("../widget/src/strings.ts"));
    var defaults = source.substring(source.indexOf("DEFAULTS = {"), source.indexOf("} as const"));
    var names =
        Pattern.compile("(?m)^  (\\w+):").matcher(defaults).results().map(name -> name.group(1));

    assertThat(WidgetTexts.NAMES)
        .as("the names in widget/src/strings.ts")
        .containsExactlyInAnyOrderElementsOf(names.toList());
  }

  private static List<String> codes(Runnable refused) {
    var codes = new java.util.ArrayList<String>();
    assertThatThrownBy(refused::run)
        .asInstanceOf(type(DomainException.InvalidInput.class))
        .satisfies(invalid ->
            invalid.violations().stream()
                .map((Violation violation) -> violation.field() + " " + violation.code())
                .forEach(codes::add));
    return codes;
  }

  private static SiteDraft named(@Nullable String name) {
    return new SiteDraft(name, null, null, null, null, null, null, null);
  }

  private static SiteDraft listing(int origins) {
    return new SiteDraft(
        null,
        IntStream.range(0, origins).mapToObj(i -> "https://shop" + i + ".example").toList(),
        null,
        null,
        null,
        null,
        null,
        null);
  }
}
