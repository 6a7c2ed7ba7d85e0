package io.feedbackplatform.api.feedback;

import io.feedbackplatform.api.request.JsonFields;
import io.feedbackplatform.api.request.ObjectReader;
import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Reads a submission without coercing anything, and tells everything that is wrong with it at once:
 * wrong types and unknown fields beside the broken rules of the domain.
 */
final class SubmitFeedbackRequestReader extends ObjectReader<SubmitFeedbackRequest> {

  private static final int MOST_VIOLATIONS = 20;

  /** Of these, one at least must come; {@code body} is what could not be read at all. */
  private static final List<String> SUBSTANCE = List.of("rating", "nps", "ces", "message", "body");

  @Override
  protected SubmitFeedbackRequest read(JsonNode body) {
    var fields = new JsonFields(body, "{\"rating\": 5}");
    var request =
        new SubmitFeedbackRequest(
            fields.text("siteId"),
            fields.integer("rating"),
            fields.integer("nps"),
            fields.integer("ces"),
            fields.text("message"),
            fields.text("name"),
            fields.text("email"),
            fields.text("category"),
            fields.text("page"),
            fields.text("locale"),
            fields.texts("metadata"),
            Check.in(fields));
    fields.refuseOthers();
    var violations = merge(fields.violations(), brokenRules(request));
    if (!violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
    return request;
  }

  private static List<Violation> brokenRules(SubmitFeedbackRequest request) {
    try {
      request.submission();
      return List.of();
    } catch (DomainException.InvalidInput invalid) {
      return invalid.violations();
    }
  }

  /** A value that was sent with the wrong type is not also missing. */
  private static List<Violation> merge(List<Violation> types, List<Violation> rules) {
    Set<String> mistyped = types.stream().map(Violation::field).collect(Collectors.toSet());
    boolean substance = SUBSTANCE.stream().anyMatch(mistyped::contains);
    return Stream.concat(
            types.stream(),
            rules.stream().filter(rule -> !(rule.code().equals("required") && substance)))
        .limit(MOST_VIOLATIONS)
        .toList();
  }
}
