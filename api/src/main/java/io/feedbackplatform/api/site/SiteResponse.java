package io.feedbackplatform.api.site;

import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.OriginPattern;
import io.feedbackplatform.core.site.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A site, without its keys.
 *
 * @param strings only the texts that this site words differently
 */
@Schema(name = "Site")
record SiteResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String siteId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String name,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) List<String> origins,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Theme theme,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Map<String, String> strings,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"none", "proof_of_work"})
        String challenge,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"rating", "nps", "ces"})
        String question,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Instant createdAt) {

  @Schema(name = "SiteTheme")
  record Theme(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED, pattern = "^#[0-9A-Fa-f]{6}$")
          String accentColor,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"auto", "light", "dark"})
          String mode,
      @Schema(
              requiredMode = Schema.RequiredMode.REQUIRED,
              allowableValues = {"bottom-right", "bottom-left"})
          String position) {}

  static SiteResponse of(Site site) {
    var theme = site.theme();
    return new SiteResponse(
        site.id().value(),
        site.name(),
        site.origins().stream().map(OriginPattern::value).sorted().toList(),
        new Theme(theme.accentColor(), word(theme.mode()), word(theme.position())),
        new TreeMap<>(site.strings()),
        word(site.challenge()),
        word(site.question()),
        site.createdAt());
  }

  /** How a constant is spelt; the widget's words have hyphens. */
  static String word(Enum<?> constant) {
    var word = constant.name().toLowerCase(Locale.ROOT);
    return constant instanceof Challenge ? word : word.replace('_', '-');
  }
}
