package io.feedbackplatform.api.problem;

import java.util.Map;

/** A refusal that only the HTTP side knows; those of the domain are {@code DomainException}s. */
public class ProblemException extends RuntimeException {

  private final ProblemCode code;
  private final transient Map<String, String> headers;

  /**
   * @param detail how to mend it, in a sentence, for the caller
   */
  public ProblemException(ProblemCode code, String detail) {
    this(code, detail, Map.of());
  }

  /**
   * @param headers what the answer's head says besides
   */
  public ProblemException(ProblemCode code, String detail, Map<String, String> headers) {
    super(detail);
    this.code = code;
    this.headers = Map.copyOf(headers);
  }

  ProblemCode code() {
    return code;
  }

  Map<String, String> headers() {
    return headers;
  }
}
