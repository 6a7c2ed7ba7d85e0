package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.apikey.ApiKeyCaller;
import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.site.SiteCaller;
import io.feedbackplatform.api.site.SiteDirectory;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.feedback.SubmitFeedback;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.site.OwnedSite;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping(path = "/feedback", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "feedback")
class FeedbackController {

  private final SubmitFeedback submissions;
  private final FeedbackStore feedback;
  private final Sites storedSites;
  private final SiteDirectory sites;
  private final ApiSettings settings;
  private final Versions versions;

  FeedbackController(
      SubmitFeedback submissions,
      Storage storage,
      SiteDirectory sites,
      ApiSettings settings,
      JsonMapper json) {
    this.versions = new Versions(json);
    this.submissions = submissions;
    this.feedback = storage.feedback();
    this.storedSites = storage.sites();
    this.sites = sites;
    this.settings = settings;
  }

  @Operation(
      operationId = "submitFeedback",
      summary = "Takes what a visitor says",
      description =
          "A 201 means that it is durable. Pages of sites send a site key; partners send an API key"
              + " and name the site in siteId. What comes from a page and looks like spam is answered alike"
              + " and kept with the status spam.",
      security = {@SecurityRequirement(name = "site"), @SecurityRequirement(name = "apiKey")})
  @ApiResponse(
      responseCode = "201",
      description = "It is durable.",
      headers = {
        @Header(name = "Location", schema = @Schema(type = "string", format = "uri")),
        @Header(
            name = "Idempotency-Replayed",
            description = "Present when this is the answer to an earlier request.",
            schema = @Schema(type = "string", allowableValues = "true"))
      },
      useReturnTypeSchema = true)
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<SubmitFeedbackResponse> submit(
      @AuthenticationPrincipal @Nullable SiteCaller page,
      @AuthenticationPrincipal @Nullable ApiKeyCaller partner,
      @Parameter(
              description =
                  "The caller's name for this request: repeating it with the same body within 7 days"
                      + " gives the first answer again.",
              schema = @Schema(minLength = 1, maxLength = 255))
          @RequestHeader(name = "Idempotency-Key", required = false)
          @Nullable String idempotencyKey,
      @RequestBody SubmitFeedbackRequest request) {
    var place = placeOf(page, partner, request.siteId());
    var key = parseKey(idempotencyKey);
    var said = request.submission();
    var receipt =
        page == null
            ? submissions.submit(place.owner(), place.site().id(), said, key)
            : submissions.submit(
                place.owner(),
                place.site(),
                said,
                key,
                request.check().visit(),
                request.check().workSolution());
    var body = SubmitFeedbackResponse.of(receipt.feedback());
    var answer =
        ResponseEntity.created(URI.create(settings.publicUrl() + "/feedback/" + body.feedbackId()));
    if (receipt.repeated()) {
      answer.header("Idempotency-Replayed", "true");
    }
    return answer.body(body);
  }

  @Operation(
      operationId = "getFeedback",
      summary = "One piece of feedback",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @GetMapping("/{feedbackId}")
  ResponseEntity<FeedbackResponse> get(
      @AuthenticationPrincipal TenantCaller caller, @PathVariable String feedbackId) {
    return FeedbackId.parse(feedbackId)
        .flatMap(id -> feedback.find(caller.tenant(), id))
        .map(found -> response(caller.tenant(), found))
        .map(told -> Revalidated.of(told, versions.of(told)))
        .orElseThrow(DomainException.NotFound::new);
  }

  @Operation(
      operationId = "changeFeedback",
      summary = "Changes a piece of feedback's status, tags and sentiment",
      description =
          "At least one of them. What is spam counts nowhere; once it is moved to another status, it counts,"
              + " and the other way round. A sentiment that a person says counts in place of the analyser's."
              + " However much is changed, the audit tells of it as one change. 'tags' replaces all tags: who"
              + " adds one to what they read sends If-Match, so that nobody's are lost.",
      security = {@SecurityRequirement(name = "member"), @SecurityRequirement(name = "apiKey")})
  @NamesTenant
  @PatchMapping(path = "/{feedbackId}", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<FeedbackResponse> change(
      @AuthenticationPrincipal TenantCaller caller,
      @PathVariable String feedbackId,
      @Parameter(
              description =
                  "The ETag of GET /feedback/{feedbackId}: where the feedback has changed since, nothing is"
                      + " changed and the answer is a 412.")
          @RequestHeader(name = "If-Match", required = false)
          @Nullable String ifMatch,
      @RequestBody ChangeFeedbackRequest change,
      HttpServletRequest request) {
    var id = FeedbackId.parse(feedbackId).orElseThrow(DomainException.NotFound::new);
    var tenant = caller.tenant();
    var expected = versions.named(ifMatch);
    var changed =
        feedback.change(
            tenant,
            id,
            change.edit(),
            caller.actor(request),
            found -> expected.test(response(tenant, found)));
    var told = response(tenant, changed);
    return ResponseEntity.ok().eTag(versions.of(told)).body(told);
  }

  private FeedbackResponse response(TenantId tenant, Feedback item) {
    return FeedbackResponse.of(item, sites.nameOf(tenant, item.site()));
  }

  /** Where the caller may leave feedback, and says that it belongs. */
  private OwnedSite placeOf(
      @Nullable SiteCaller page, @Nullable ApiKeyCaller partner, @Nullable String siteId) {
    if (page != null) {
      refuseOtherSite(page, siteId);
      return new OwnedSite(page.owner(), page.site());
    }
    if (partner == null) {
      throw new IllegalStateException("nobody came through the door");
    }
    if (siteId == null) {
      throw invalid("siteId", "required", "Send the id of the site that the feedback is about.");
    }
    return Optional.of(siteId)
        .filter(RandomId::isWellFormed)
        .flatMap(id -> storedSites.findOwned(partner.tenant(), new SiteId(id)))
        .orElseThrow(
            () -> invalid("siteId", "unknown_site", "Send the id of one of the tenant's sites."));
  }

  private static void refuseOtherSite(SiteCaller caller, @Nullable String siteId) {
    if (siteId != null && !siteId.equals(caller.site().id().value())) {
      throw invalid(
          "siteId",
          "wrong_site",
          "Send the id of the site that the key belongs to, or leave it out.");
    }
  }

  private static @Nullable IdempotencyKey parseKey(@Nullable String text) {
    return text == null
        ? null
        : IdempotencyKey.parse(text)
            .orElseThrow(() ->
                new ProblemException(
                    ProblemCode.INVALID_IDEMPOTENCY_KEY,
                    "Send an Idempotency-Key of 1 to 255 printable ASCII characters without spaces,"
                        + " for example a UUID, or leave the header out."));
  }

  private static DomainException invalid(String field, String code, String message) {
    return new DomainException.InvalidInput(List.of(new Violation(field, code, message)));
  }
}
