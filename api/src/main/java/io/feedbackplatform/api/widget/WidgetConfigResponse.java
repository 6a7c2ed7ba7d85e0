package io.feedbackplatform.api.widget;

import io.feedbackplatform.core.site.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a site's widget looks and speaks.
 *
 * @param strings only the texts that this site words differently
 * @param question what the form asks on a scale
 * @param challenge what feedback must come with: nothing, or the solution of a challenge
 */
@Schema(name = "WidgetConfig")
record WidgetConfigResponse(
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String siteId,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String siteName,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Theme theme,
    @Schema(requiredMode = Schema.RequiredMode.REQUIRED) Map<String, String> strings,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"none", "proof_of_work"})
        String challenge,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"rating", "nps", "ces"})
        String question) {

  @Schema(name = "WidgetTheme")
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

  static WidgetConfigResponse of(Site site) {
    var theme = site.theme();
    return new WidgetConfigResponse(
        site.id().value(),
        site.name(),
        new Theme(theme.accentColor(), word(theme.mode()), word(theme.position())),
        // In a fixed order, so that the ETag stays when nothing changed.
        new TreeMap<>(site.strings()),
        site.challenge().name().toLowerCase(Locale.ROOT),
        word(site.question()));
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
