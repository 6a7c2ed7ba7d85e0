package io.feedbackplatform.api.problem;

import com.fasterxml.jackson.annotation.JsonValue;
import java.net.URI;
import java.util.Locale;

/**
 * Every way in which a request can fail. Programs may rely on the words: one is never renamed, and
 * never changes its status.
 */
public enum ProblemCode {
  BAD_REQUEST(400, "The request cannot be read"),
  MALFORMED_JSON(400, "The body is not valid JSON"),
  VALIDATION_FAILED(400, "Some of the input cannot be accepted"),
  INVALID_IDEMPOTENCY_KEY(400, "The Idempotency-Key cannot be accepted"),
  INVALID_LAST_KEY(400, "The lastKey cannot be accepted"),
  TENANT_REQUIRED(400, "The tenant must be named"),
  UNSUPPORTED_API_VERSION(400, "There is no such version of the API"),
  SITE_KEY_MISSING(401, "A site key is required"),
  SITE_KEY_UNKNOWN(401, "The site key is not in use"),
  AUTHENTICATION_REQUIRED(401, "Authentication is required"),
  TOKEN_INVALID(401, "The access token is not accepted"),
  API_KEY_INVALID(401, "The API key is not in use"),
  FORBIDDEN(403, "This is not permitted"),
  SCOPE_MISSING(403, "The API key lacks a scope"),
  TENANT_SUSPENDED(403, "The tenant is suspended"),
  TENANT_DELETION_SCHEDULED(403, "The tenant is going to be deleted"),
  ROLE_TOO_LOW(403, "The role does not reach that far"),
  CHALLENGE_REQUIRED(403, "The site asks for proof of work"),
  CHALLENGE_FAILED(403, "The proof of work is not accepted"),
  CHALLENGE_EXPIRED(403, "The proof of work is too old"),
  ORIGIN_NOT_ALLOWED(403, "The page's origin is not permitted"),
  NOT_FOUND(404, "There is nothing here"),
  METHOD_NOT_ALLOWED(405, "The method is not supported here"),
  NOT_ACCEPTABLE(406, "The answer cannot be given in that form"),
  API_KEY_ENDED(409, "The API key has ended"),
  TENANT_STATE_CONFLICT(409, "The state of the tenant forbids it"),
  RECOUNT_UNDER_WAY(409, "A recount of the tenant is under way"),
  TOO_MANY_SITES(409, "The tenant has as many sites as it may"),
  TOO_MANY_SITE_KEYS(409, "The site has as many keys as it may"),
  TOO_MANY_API_KEYS(409, "The tenant has as many API keys as it may"),
  SITE_KEY_REPLACED(409, "The site key was replaced before"),
  OWNER_EXISTS(409, "The tenant has an owner"),
  LAST_OWNER(409, "A tenant needs an owner"),
  ALREADY_MEMBER(409, "The person is of the team already"),
  SEATS_EXHAUSTED(409, "All seats of the plan are taken"),
  IDEMPOTENCY_IN_PROGRESS(409, "The same request is in progress"),
  OUTDATED(412, "It has changed since it was read"),
  INVITATION_INVALID(410, "The invitation is not open"),
  PAYLOAD_TOO_LARGE(413, "The body is too large"),
  UNSUPPORTED_MEDIA_TYPE(415, "The body must be JSON"),
  IDEMPOTENCY_KEY_REUSED(422, "The Idempotency-Key stands for other content"),
  RATE_LIMITED(429, "The limit of requests is reached"),
  TOO_MANY_INVITATIONS(429, "Many invitations were sent"),
  TOO_MANY_LISTENERS(429, "As many listen as may"),
  /** Of the gateway in front, and told by it. */
  TOO_MANY_REQUESTS(429, "Too many requests"),
  INTERNAL_ERROR(500, "Something went wrong on our side"),
  SERVICE_UNAVAILABLE(503, "The service cannot answer at the moment");

  private static final String TYPES = "https://feedbackplatform.io/problems/";

  private final int status;
  private final String title;

  ProblemCode(int status, String title) {
    this.status = status;
    this.title = title;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  /** The word for programs. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The problem type (RFC 9457, 3.1.1). */
  public URI type() {
    return URI.create(TYPES + word().replace('_', '-'));
  }
}
