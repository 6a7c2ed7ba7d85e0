package io.feedbackplatform.api.tenant;

import io.feedbackplatform.core.tenant.TenantSettings;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;

/** What a tenant decides about itself. */
@Schema(name = "Settings")
record SettingsResponse(
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            example = "Europe/Berlin",
            description = "Days and months of the figures are those of this time zone.")
        String timeZone,
    @Schema(
            requiredMode = Schema.RequiredMode.REQUIRED,
            allowableValues = {"lexicon", "comprehend"})
        String sentimentBy) {

  static SettingsResponse of(TenantSettings settings) {
    return new SettingsResponse(
        settings.timeZone().getId(), settings.sentimentBy().name().toLowerCase(Locale.ROOT));
  }
}
