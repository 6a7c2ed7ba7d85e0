package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Decides as IAM does on what a role may ask of DynamoDB, as far as this installation's statements
 * go: nothing but permissions, and conditions on leading keys. Anything else fails.
 *
 * @param statements of a role, as in a template
 * @param tag the value of the tag of the session
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Multivalued
 *     context keys</a>
 */
record AccessPolicy(Inspection template, List<Map<String, Object>> statements, String tag) {

  private static final String LEADING_KEYS = "dynamodb:LeadingKeys";

  static AccessPolicy of(Inspection template, String role, String tag) {
    return new AccessPolicy(template, template.statementsOfRole(role), tag);
  }

  /**
   * @param leadingKeys the partition keys that the request names, none if it names none
   */
  boolean allows(String action, String resource, Set<String> leadingKeys) {
    return statements.stream()
        .anyMatch(statement ->
            isPermission(statement)
                && Inspection.list(statement.get("Action")).contains(action)
                && Inspection.list(statement.get("Resource")).stream()
                    .map(template::text)
                    .anyMatch(resource::equals)
                && conditions(statement).entrySet().stream()
                    .allMatch(condition -> holds(condition, leadingKeys)));
  }

  private static boolean isPermission(Map<String, Object> statement) {
    if (!"Allow".equals(statement.get("Effect"))) {
      throw new AssertionError("not understood: " + statement);
    }
    return true;
  }

  private static Map<String, Map<String, Object>> conditions(Map<String, Object> statement) {
    return Inspection.cast(statement.getOrDefault("Condition", Map.of()));
  }

  private boolean holds(Map.Entry<String, Map<String, Object>> condition, Set<String> leadingKeys) {
    if (!condition.getValue().keySet().equals(Set.of(LEADING_KEYS))) {
      throw new AssertionError("not understood: " + condition);
    }
    var values = Inspection.list(condition.getValue().get(LEADING_KEYS));
    return switch (condition.getKey()) {
      // True of none.
      case "ForAllValues:StringLike" ->
          leadingKeys.stream()
              .allMatch(key -> values.stream().anyMatch(value -> like((String) value, key)));
      case "Null" -> values.equals(List.of(String.valueOf(leadingKeys.isEmpty())));
      default -> throw new AssertionError("not understood: " + condition);
    };
  }

  private boolean like(String pattern, String key) {
    var regex =
        pattern
            .replace("${aws:PrincipalTag/tenant}", tag)
            .codePoints()
            .mapToObj(Character::toString)
            .map(c ->
                switch (c) {
                  case "*" -> ".*";
                  case "?" -> ".";
                  default -> Pattern.quote(c);
                })
            .collect(Collectors.joining());
    return key.matches(regex);
  }
}
