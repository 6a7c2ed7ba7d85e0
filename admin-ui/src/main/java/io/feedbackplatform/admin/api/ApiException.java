package io.feedbackplatform.admin.api;

import org.jspecify.annotations.Nullable;

/** Why a question to the API has no answer; the message can be shown to the user. */
public abstract sealed class ApiException extends RuntimeException {

  private ApiException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** The message, which is always there. */
  public String explanation() {
    return String.valueOf(getMessage());
  }

  /** Whether what is asked for is closed to the user: what is on screen of it has to go. */
  public boolean isRefusal() {
    return this instanceof Problem problem && problem.status() == 403;
  }

  /** The API answered, and said no in the form of RFC 9457. */
  public static final class Problem extends ApiException {
    private final int status;
    private final String code;
    private final @Nullable String requestId;

    Problem(int status, String code, String detail, @Nullable String requestId) {
      super(detail, null);
      this.status = status;
      this.code = code;
      this.requestId = requestId;
    }

    /** The HTTP status. */
    public int status() {
      return status;
    }

    /** The stable code of the problem, such as {@code not_found}. */
    public String code() {
      return code;
    }

    /** What to look for in the API's logs. */
    public @Nullable String requestId() {
      return requestId;
    }
  }

  /** No usable answer: the network, a timeout, or something that is not the API. */
  public static final class Unavailable extends ApiException {
    public Unavailable(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }

  /** The sign-in has ended and only the user can begin a new one. */
  public static final class SignInRequired extends ApiException {
    public SignInRequired(String message, @Nullable Throwable cause) {
      super(message, cause);
    }
  }
}
