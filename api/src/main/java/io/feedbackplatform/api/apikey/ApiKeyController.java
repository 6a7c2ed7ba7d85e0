package io.feedbackplatform.api.apikey;

import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.member.NamesTenant;
import io.feedbackplatform.api.request.RotateKeyRequest;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.apikey.IssueApiKey;
import io.feedbackplatform.core.apikey.RevokeApiKey;
import io.feedbackplatform.core.apikey.RotateApiKey;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.storage.Storage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For administrators of a tenant. No answer here may be kept by anything on its way. */
@RestController
@RequestMapping(path = "/api-keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "api keys")
class ApiKeyController {

  private final ApiKeys keys;
  private final IssueApiKey issuing;
  private final RotateApiKey rotation;
  private final RevokeApiKey revocation;
  private final Clock clock;

  ApiKeyController(
      Storage storage,
      IssueApiKey issuing,
      RotateApiKey rotation,
      RevokeApiKey revocation,
      Clock clock) {
    this.keys = storage.apiKeys();
    this.issuing = issuing;
    this.rotation = rotation;
    this.revocation = revocation;
    this.clock = clock;
  }

  @Operation(
      operationId = "createApiKey",
      summary = "Makes a key for a partner",
      description =
          "The answer holds the secret key, which is never told again. A tenant has at most 50 in use.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  ApiKeyResponse create(
      @AuthenticationPrincipal MemberCaller caller,
      @RequestBody CreateApiKeyRequest body,
      HttpServletRequest request) {
    var issued =
        issuing.issue(
            caller.tenant(), caller.actor(request), body.name(), body.scopes(), body.expiresAt());
    return ApiKeyResponse.once(issued, clock.instant());
  }

  @Operation(
      operationId = "listApiKeys",
      summary = "The tenant's keys, the oldest first, ended ones too",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @GetMapping
  ApiKeyListResponse list(@AuthenticationPrincipal MemberCaller caller) {
    var now = clock.instant();
    return new ApiKeyListResponse(
        keys.list(caller.tenant()).stream().map(key -> ApiKeyResponse.of(key, now)).toList());
  }

  @Operation(
      operationId = "rotateApiKey",
      summary = "Gives a key a new secret",
      description =
          "The answer holds the new secret key, which is never told again. The one before it holds for"
              + " the overlap; one that was replaced earlier ends at once.",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @PostMapping("/{keyId}/rotate")
  ApiKeyResponse rotate(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String keyId,
      @RequestBody(required = false) @Nullable RotateKeyRequest body,
      HttpServletRequest request) {
    var overlap = RotateKeyRequest.overlapOf(body);
    var issued = rotation.rotate(caller.tenant(), caller.actor(request), id(keyId), overlap);
    return ApiKeyResponse.once(issued, clock.instant());
  }

  @Operation(
      operationId = "revokeApiKey",
      summary = "Ends a key with all its secrets, within five seconds",
      security = @SecurityRequirement(name = "member"))
  @NamesTenant
  @DeleteMapping("/{keyId}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void revoke(
      @AuthenticationPrincipal MemberCaller caller,
      @PathVariable String keyId,
      HttpServletRequest request) {
    revocation.revoke(caller.tenant(), caller.actor(request), id(keyId));
  }

  private static ApiKeyId id(String text) {
    if (!RandomId.isWellFormed(text)) {
      throw new DomainException.NotFound();
    }
    return new ApiKeyId(text);
  }
}
