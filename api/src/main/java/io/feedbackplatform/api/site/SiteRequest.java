package io.feedbackplatform.api.site;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Question;
import io.feedbackplatform.core.site.SiteDraft;
import io.feedbackplatform.core.site.WidgetTheme;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What is wanted of a site; what is left out stays as it is. */
@Schema(name = "SiteRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
@JsonDeserialize(using = SiteRequest.Reader.class)
record SiteRequest(
    @Schema(minLength = 1, maxLength = 200, description = "Needed for a new site.")
        @Nullable String name,
    @ArraySchema(
            maxItems = 40,
            arraySchema =
                @Schema(
                    description =
                        "All origins whose pages may use the site's keys: scheme, host and port, or with a"
                            + " star at the front all names below a domain, but not the domain itself."),
            schema = @Schema(maxLength = 300, example = "https://*.example.com"))
        @Nullable List<String> origins,
    @Schema(description = "What of the theme is to change.") Theme theme,
    @Schema(
            description =
                "All texts of the widget that the site words differently, by the widget's names for them.")
        @Nullable Map<String, String> strings,
    @Schema(
            type = "string",
            allowableValues = {"none", "proof_of_work"},
            description = "What feedback from the site's pages must come with.")
        @Nullable Challenge challenge,
    @Schema(
            type = "string",
            allowableValues = {"rating", "nps", "ces"},
            description =
                "What the widget asks: 1 to 5 stars, 0 to 10 how likely to recommend, or 1 to 7 how easy.")
        @Nullable Question question) {

  @Schema(name = "SiteThemeRequest", additionalProperties = Schema.AdditionalPropertiesValue.FALSE)
  record Theme(
      @Schema(pattern = "^#[0-9A-Fa-f]{6}$") @Nullable String accentColor,
      @Schema(
              type = "string",
              allowableValues = {"auto", "light", "dark"})
          WidgetTheme.@Nullable Mode mode,
      @Schema(
              type = "string",
              allowableValues = {"bottom-right", "bottom-left"})
          WidgetTheme.@Nullable Position position) {}

  SiteDraft draft() {
    return new SiteDraft(
        name,
        origins,
        theme.accentColor(),
        theme.mode(),
        theme.position(),
        strings,
        challenge,
        question);
  }

  /** Tells everything at once that is wrong with the types and words. */
  static final class Reader extends ObjectReader<SiteRequest> {

    private static final String EXAMPLE =
        "{\"name\": \"Web shop\", \"origins\": [\"https://www.example.com\"]}";

    @Override
    protected SiteRequest read(JsonNode body) {
      var fields = new JsonFields(body, EXAMPLE);
      var theme = fields.within("theme");
      var request =
          new SiteRequest(
              fields.text("name"),
              fields.has("origins") ? fields.textList("origins") : null,
              new Theme(
                  theme.text("accentColor"),
                  constant(theme, "mode", WidgetTheme.Mode.values()),
                  constant(theme, "position", WidgetTheme.Position.values())),
              fields.has("strings") ? fields.texts("strings") : null,
              constant(fields, "challenge", Challenge.values()),
              constant(fields, "question", Question.values()));
      theme.refuseOthers();
      fields.finish();
      return request;
    }

    private static <E extends Enum<E>> @Nullable E constant(
        JsonFields fields, String field, E[] all) {
      var text = fields.text(field);
      if (text == null) {
        return null;
      }
      for (var constant : all) {
        if (SiteResponse.word(constant).equals(text)) {
          return constant;
        }
      }
      var words = Arrays.stream(all).map(SiteResponse::word).collect(Collectors.joining(", "));
      fields.refuse(field, "invalid_value", "Send one of " + words + ".");
      return null;
    }
  }
}
