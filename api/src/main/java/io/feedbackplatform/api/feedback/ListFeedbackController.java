package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.paging.Cursors;
import io.feedbackplatform.api.paging.Limit;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.site.SiteDirectory;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.themes.Term;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.Explode;
import io.swagger.v3.oas.annotations.enums.ParameterStyle;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "feedback")
class ListFeedbackController {

  private static final String ONE_OF_THEM = "Answered with one of these, as in 4 or 4,5.";

  private final FeedbackStore feedback;
  private final SiteDirectory sites;
  private final Cursors cursors;

  ListFeedbackController(Storage storage, SiteDirectory sites, ApiSettings settings) {
    this.feedback = storage.feedback();
    this.sites = sites;
    this.cursors = new Cursors(settings.cursorSecret());
  }

  @Operation(
      operationId = "listFeedback",
      summary = "The tenant's feedback, newest first",
      description =
          "Of several parameters, all must hold. Spam is not among it unless it is asked for. A page may hold"
              + " fewer than the limit, or nothing, and yet have a lastKey, where much was read and little"
              + " shown.",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping(path = "/feedback", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FeedbackListResponse> list(
      @AuthenticationPrincipal TenantCaller caller,
      @Parameter(
              schema =
                  @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "10"))
          @RequestParam(defaultValue = "10")
          String limit,
      @Parameter(description = "The lastKey of the page before; opaque.")
          @RequestParam(required = false)
          @Nullable String lastKey,
      @Parameter(
              description = "Submitted then or later.",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String from,
      @Parameter(
              description = "Submitted before that.",
              schema = @Schema(type = "string", format = "date-time"))
          @RequestParam(required = false)
          @Nullable String to,
      @Parameter(description = "Only of this site.") @RequestParam(required = false)
          @Nullable String siteId,
      @Parameter(
              description = "Only what is in this status; everything but spam without it.",
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {
                        "new",
                        "open",
                        "in_progress",
                        "resolved",
                        "spam",
                        "archived"
                      }))
          @RequestParam(required = false)
          @Nullable String status,
      @Parameter(
              description = ONE_OF_THEM,
              style = ParameterStyle.FORM,
              explode = Explode.FALSE,
              array =
                  @ArraySchema(schema = @Schema(type = "integer", minimum = "1", maximum = "5")))
          @RequestParam(required = false)
          @Nullable String rating,
      @Parameter(
              description = ONE_OF_THEM,
              style = ParameterStyle.FORM,
              explode = Explode.FALSE,
              array =
                  @ArraySchema(schema = @Schema(type = "integer", minimum = "0", maximum = "10")))
          @RequestParam(required = false)
          @Nullable String nps,
      @Parameter(
              description = ONE_OF_THEM,
              style = ParameterStyle.FORM,
              explode = Explode.FALSE,
              array =
                  @ArraySchema(schema = @Schema(type = "integer", minimum = "1", maximum = "7")))
          @RequestParam(required = false)
          @Nullable String ces,
      @Parameter(
              schema =
                  @Schema(
                      type = "string",
                      allowableValues = {"positive", "neutral", "negative"}))
          @RequestParam(required = false)
          @Nullable String sentiment,
      @Parameter(description = "The category, exactly as it was sent.")
          @RequestParam(required = false)
          @Nullable String category,
      @Parameter(description = "One of its tags.") @RequestParam(required = false)
          @Nullable String tag,
      @Parameter(
              description =
                  "Words, each of which stands somewhere in the message or the name; case does not matter.",
              schema = @Schema(type = "string", maxLength = FeedbackQuery.LONGEST_SEARCH))
          @RequestParam(required = false)
          @Nullable String q,
      @Parameter(
              description =
                  "A word of the message, or two side by side, as GET /analytics/themes counts them: whole"
                      + " words, whose case does not matter, and none that say little, like 'the'.",
              schema = @Schema(type = "string", maxLength = Term.LONGEST))
          @RequestParam(required = false)
          @Nullable String term) {
    var query =
        new FeedbackQuery()
            .with("from", from)
            .with("to", to)
            .with("siteId", siteId)
            .with("status", status)
            .with("rating", rating)
            .with("nps", nps)
            .with("ces", ces)
            .with("sentiment", sentiment)
            .with("category", category)
            .with("tag", tag)
            .with("q", q)
            .with("term", term);
    var tenant = caller.tenant();
    var filter = query.filter(site -> sites.has(tenant, site));
    var after =
        lastKey == null
            ? null
            : new FeedbackId(cursors.read(tenant, query.text(), lastKey).toString());
    var page = feedback.list(tenant, filter, Limit.parse(limit), after);
    return Revalidated.of(response(tenant, page, query.text()));
  }

  private FeedbackListResponse response(TenantId tenant, FeedbackPage page, String query) {
    var items =
        page.items().stream()
            .map(item -> FeedbackResponse.of(item, sites.nameOf(tenant, item.site())))
            .toList();
    var next =
        page.next() == null
            ? null
            : cursors.write(tenant, query, UUID.fromString(page.next().value()));
    return new FeedbackListResponse(items, next);
  }
}
