package io.feedbackplatform.api.problem;

import static io.feedbackplatform.api.problem.ProblemCode.*;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.accept.InvalidApiVersionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes every answer to a request that failed, wherever it failed: in a controller, in a filter, in
 * security or in the server itself. What is not known here is told with fixed words and logged.
 */
@RestControllerAdvice
public class Problems {

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Map<String, String> RETRY = Map.of("Retry-After", "1");

  private final JsonMapper json;
  private final List<Unavailability> unavailabilities;

  Problems(JsonMapper json, List<Unavailability> unavailabilities) {
    this.json = json;
    this.unavailabilities = unavailabilities;
  }

  /**
   * Answers with the problem that the failure is.
   *
   * @throws BrokenOff when an answer has begun, which nobody must take for a whole one: whoever
   *     serves the request lets it through to the server, which then closes the connection
   */
  @ApiResponse(
      responseCode = "4XX",
      description = "The request cannot be served as it is; 'detail' says how to mend it.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ApiResponse(
      responseCode = "5XX",
      description = "The service failed; with a Retry-After header it is worth trying again.",
      content =
          @Content(
              mediaType = Problem.MEDIA_TYPE,
              schema = @Schema(implementation = Problem.class)))
  @ExceptionHandler(Throwable.class)
  public void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getAttribute(BrokenOff.NOTED) != null) {
      throw new BrokenOff();
    }
    var answer = answerTo(failure);
    if (answer.code() == INTERNAL_ERROR) {
      LOG.error("A request failed for an unknown reason", failure);
    } else if (answer.code() == SERVICE_UNAVAILABLE) {
      LOG.atWarn().addKeyValue("cause", failure.toString()).log("What the request needs is away");
    }
    if (response.isCommitted()) {
      // Else the server has refused the request, and says so itself.
      if (response.getStatus() < 400) {
        request.setAttribute(BrokenOff.NOTED, true);
        throw new BrokenOff();
      }
      return;
    }
    response.resetBuffer();
    answer.headers().forEach(response::setHeader);
    write(answer, response);
  }

  private void write(Answer answer, HttpServletResponse response) throws IOException {
    var requestId = requestId(response);
    var problem =
        new Problem(
            answer.code().type(),
            answer.code().title(),
            answer.code().status(),
            answer.detail(),
            answer.code(),
            requestId,
            answer.violations());
    response.setStatus(answer.code().status());
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.getOutputStream().write(json.writeValueAsBytes(problem));
  }

  /** What the server refuses by itself has not been named yet. */
  private static String requestId(HttpServletResponse response) {
    var named = response.getHeader("X-Request-Id");
    if (named != null) {
      return named;
    }
    var requestId = UUID.randomUUID().toString();
    response.setHeader("X-Request-Id", requestId);
    return requestId;
  }

  private record Answer(
      ProblemCode code, String detail, List<Violation> violations, Map<String, String> headers) {

    Answer(ProblemCode code, String detail) {
      this(code, detail, List.of(), Map.of());
    }
  }

  private Answer answerTo(Throwable failure) {
    return switch (failure) {
      case ProblemException known ->
          new Answer(known.code(), message(known), List.of(), known.headers());
      case DomainException refusal -> answerTo(refusal);
      case HttpMessageNotReadableException unreadable -> answerTo(unreadable);
      case MethodArgumentTypeMismatchException mismatch -> answerTo(mismatch);
      case NoHandlerFoundException _ -> answerTo(new DomainException.NotFound());
      case InvalidApiVersionException _ ->
          new Answer(UNSUPPORTED_API_VERSION, "Send the header 'API-Version: 1', or leave it out.");
      case HttpRequestMethodNotSupportedException unsupported -> answerTo(unsupported);
      case HttpMediaTypeNotAcceptableException other -> answerTo(other);
      case HttpMediaTypeNotSupportedException _ ->
          new Answer(
              UNSUPPORTED_MEDIA_TYPE,
              "Send JSON in UTF-8 and the header 'Content-Type: application/json'.");
      case InvalidParameterException _ ->
          new Answer(BAD_REQUEST, "The query cannot be decoded. Send percent-encoded UTF-8.");
      // A header or parameter is looked at when it is first read, wherever that is; the exception
      // says its value.
      case RequestRejectedException _ ->
          new Answer(
              BAD_REQUEST,
              "The address or a header holds characters that are not accepted. Encode and send them"
                  + " plainly.");
      case ErrorResponse other when other.getStatusCode().is4xxClientError() ->
          new Answer(BAD_REQUEST, "The request is malformed. Check its address and headers.");
      default -> answerToUnknown(failure);
    };
  }

  private Answer answerTo(DomainException refusal) {
    return switch (refusal) {
      case DomainException.InvalidInput invalid ->
          new Answer(VALIDATION_FAILED, message(invalid), invalid.violations(), Map.of());
      case DomainException.SiteKeyMissing missing -> siteKeyNeeded(SITE_KEY_MISSING, missing);
      case DomainException.SiteKeyUnknown unknown -> siteKeyNeeded(SITE_KEY_UNKNOWN, unknown);
      case DomainException.OriginNotAllowed foreign ->
          new Answer(ORIGIN_NOT_ALLOWED, message(foreign));
      case DomainException.IdempotencyKeyReused reused ->
          new Answer(IDEMPOTENCY_KEY_REUSED, message(reused));
      case DomainException.IdempotencyInProgress busy ->
          new Answer(IDEMPOTENCY_IN_PROGRESS, message(busy), List.of(), RETRY);
      case DomainException.ChallengeRequired required ->
          new Answer(CHALLENGE_REQUIRED, message(required));
      case DomainException.ChallengeFailed failed -> new Answer(CHALLENGE_FAILED, message(failed));
      case DomainException.ChallengeExpired expired ->
          new Answer(CHALLENGE_EXPIRED, message(expired));
      case DomainException.ApiKeyEnded ended -> new Answer(API_KEY_ENDED, message(ended));
      case DomainException.TooManySites many -> new Answer(TOO_MANY_SITES, message(many));
      case DomainException.TooManySiteKeys many -> new Answer(TOO_MANY_SITE_KEYS, message(many));
      case DomainException.TooManyApiKeys many -> new Answer(TOO_MANY_API_KEYS, message(many));
      case DomainException.SiteKeyReplaced replaced ->
          new Answer(SITE_KEY_REPLACED, message(replaced));
      case DomainException.RoleTooLow low -> new Answer(ROLE_TOO_LOW, message(low));
      case DomainException.LastOwner last -> new Answer(LAST_OWNER, message(last));
      case DomainException.OwnerExists owner -> new Answer(OWNER_EXISTS, message(owner));
      case DomainException.SeatsExhausted full -> new Answer(SEATS_EXHAUSTED, message(full));
      case DomainException.AlreadyMember member -> new Answer(ALREADY_MEMBER, message(member));
      case DomainException.InvitationInvalid invalid ->
          new Answer(INVITATION_INVALID, message(invalid));
      case DomainException.TooManyInvitations many ->
          new Answer(
              TOO_MANY_INVITATIONS,
              message(many),
              List.of(),
              Map.of("Retry-After", Long.toString(many.waiting().toSeconds() + 1)));
      case DomainException.TenantSuspended suspended ->
          new Answer(TENANT_SUSPENDED, message(suspended));
      case DomainException.TenantDeletionScheduled scheduled ->
          new Answer(TENANT_DELETION_SCHEDULED, message(scheduled));
      case DomainException.TenantConflict conflict ->
          new Answer(TENANT_STATE_CONFLICT, message(conflict));
      case DomainException.RecountUnderWay other -> new Answer(RECOUNT_UNDER_WAY, message(other));
      case DomainException.Outdated outdated -> new Answer(OUTDATED, message(outdated));
      case DomainException.NotFound missing -> new Answer(NOT_FOUND, message(missing));
    };
  }

  private static Answer siteKeyNeeded(ProblemCode code, DomainException refusal) {
    // RFC 9110, 15.5.2: a 401 names a way to authenticate.
    return new Answer(
        code,
        message(refusal),
        List.of(),
        Map.of("WWW-Authenticate", "SiteKey realm=\"feedback\""));
  }

  private Answer answerTo(HttpMessageNotReadableException unreadable) {
    return switch (unreadable.getCause()) {
      case StreamConstraintsException _ ->
          new Answer(
              MALFORMED_JSON,
              "The body is nested too deeply, or holds too large a number or too many parts. Send one flat"
                  + " JSON object.");
      case JacksonException broken ->
          new Answer(
              MALFORMED_JSON,
              "The body is not valid JSON"
                  + place(broken)
                  + ". Check quotes, commas and braces, that it is UTF-8, and that no field appears"
                  + " twice.");
      case null, default ->
          new Answer(MALFORMED_JSON, "The body is empty or incomplete. Send one JSON object.");
    };
  }

  private static String place(JacksonException broken) {
    var location = broken.getLocation();
    return location == null || location.getLineNr() < 1
        ? ""
        : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
  }

  private Answer answerTo(MethodArgumentTypeMismatchException mismatch) {
    var message =
        mismatch.getRequiredType() == int.class
            ? "Send a whole number."
            : "Send a value of the documented form.";
    return answerTo(
        new DomainException.InvalidInput(
            List.of(new Violation(mismatch.getName(), "invalid_type", message))));
  }

  private static Answer answerTo(HttpMediaTypeNotAcceptableException other) {
    var offered = MediaType.toString(other.getSupportedMediaTypes());
    return new Answer(
        NOT_ACCEPTABLE,
        offered.isEmpty() || offered.equals(MediaType.APPLICATION_JSON_VALUE)
            ? "Answers are JSON. Send 'Accept: application/json', or leave the header out."
            : "This is answered as " + offered + ". Accept that, or leave the header out.");
  }

  private static Answer answerTo(HttpRequestMethodNotSupportedException unsupported) {
    var methods = unsupported.getSupportedMethods();
    var allow = methods == null ? "" : String.join(", ", methods);
    return new Answer(
        METHOD_NOT_ALLOWED,
        "Use one of the methods that the Allow header lists.",
        List.of(),
        Map.of("Allow", allow));
  }

  private Answer answerToUnknown(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause != failure
          && (cause instanceof ProblemException || cause instanceof DomainException)) {
        return answerTo(cause);
      }
      for (var unavailability : unavailabilities) {
        if (unavailability.isMeantBy(cause)) {
          return new Answer(
              SERVICE_UNAVAILABLE,
              "Wait a second and send the same request again. With the same Idempotency-Key it is done"
                  + " once, whatever became of this attempt.",
              List.of(),
              RETRY);
        }
      }
    }
    return new Answer(
        INTERNAL_ERROR,
        "The request was not the cause. Try again later; if it stays, tell us the requestId.");
  }

  private static String message(@Nullable Throwable failure) {
    return failure == null || failure.getMessage() == null ? "" : failure.getMessage();
  }
}
