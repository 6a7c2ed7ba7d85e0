package io.feedbackplatform.infra.cdk;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awscdk.assertions.Template;

/** Looks into a template, and writes what it finds as text that can be compared. */
record Inspection(Map<String, Map<String, Object>> resources) {

  static Inspection of(Template template) {
    return new Inspection(cast(template.toJSON().getOrDefault("Resources", Map.of())));
  }

  /** The properties of the resources of a type, by logical id. */
  Map<String, Map<String, Object>> properties(String type) {
    return resources.entrySet().stream()
        .filter(resource -> type.equals(resource.getValue().get("Type")))
        .collect(
            Collectors.toMap(
                Map.Entry::getKey,
                resource -> propertiesOf(resource.getValue()),
                (a, b) -> a,
                TreeMap::new));
  }

  Map<String, Object> only(String type) {
    var all = properties(type).values();
    if (all.size() != 1) {
      throw new AssertionError(all.size() + " resources of type " + type);
    }
    return all.iterator().next();
  }

  static Map<String, Object> propertiesOf(Map<String, Object> resource) {
    return resource.containsKey("Properties") ? cast(resource.get("Properties")) : Map.of();
  }

  /** What the role of a function may do: lines of action and resource, in order. */
  List<String> permissionsOf(String function) {
    return permissionsOfRole(roleOf(function));
  }

  /** The logical id of the role of a function. */
  String roleOf(String function) {
    var role =
        properties("AWS::Lambda::Function").values().stream()
            .filter(properties -> function.equals(properties.get("FunctionName")))
            .map(properties -> properties.get("Role"))
            .findAny()
            .orElseThrow(() -> new AssertionError("no function " + function));
    return Inspection.<Map<String, List<String>>>cast(role).get("Fn::GetAtt").getFirst();
  }

  /** The same of a role, by its logical id. */
  List<String> permissionsOfRole(String role) {
    var lines = new TreeSet<String>();
    for (var statement : statementsOfRole(role)) {
      for (var action : list(statement.get("Action"))) {
        for (var resource : list(statement.get("Resource"))) {
          lines.add(statement.get("Effect") + " " + action + " " + text(resource));
        }
      }
    }
    return List.copyOf(lines);
  }

  /** The statements of the policies of a role, by its logical id. */
  List<Map<String, Object>> statementsOfRole(String role) {
    return properties("AWS::IAM::Policy").values().stream()
        .filter(policy -> list(policy.get("Roles")).contains(Map.of("Ref", role)))
        .map(policy -> Inspection.<Map<String, Object>>cast(policy.get("PolicyDocument")))
        .flatMap(document ->
            Inspection.<List<Map<String, Object>>>cast(document.get("Statement")).stream())
        .toList();
  }

  /** An intrinsic function as what it will be, as far as the template knows. */
  String text(Object value) {
    return switch (value) {
      case Map<?, ?> map when map.containsKey("Fn::Join") ->
          list(list(map.get("Fn::Join")).get(1)).stream()
              .map(this::text)
              .collect(Collectors.joining());
      case Map<?, ?> map when map.containsKey("Ref") -> nameOf((String) map.get("Ref"), "");
      case Map<?, ?> map when map.containsKey("Fn::GetAtt") ->
          nameOf(
              (String) list(map.get("Fn::GetAtt")).get(0),
              "." + list(map.get("Fn::GetAtt")).get(1));
      case Map<?, ?> map when map.containsKey("Fn::ImportValue") ->
          "{"
              + ((String) map.get("Fn::ImportValue"))
                  .replaceAll("ExportsOutput(Ref|FnGetAtt)", "")
                  .replaceAll("[0-9A-F]{8}", "")
              + "}";
      default -> String.valueOf(value);
    };
  }

  private String nameOf(String logicalId, String attribute) {
    var resource = resources.get(logicalId);
    if (resource == null) {
      return logicalId.equals("AWS::Partition")
          ? "aws"
          : logicalId.equals("AWS::AccountId") ? "account" : logicalId;
    }
    return "{"
        + propertiesOf(resource).entrySet().stream()
            .filter(property ->
                property.getKey().endsWith("Name") && property.getValue() instanceof String)
            .map(property -> (String) property.getValue())
            .findFirst()
            .orElse(logicalId.replaceAll("[0-9A-F]{8}$", ""))
        + attribute
        + "}";
  }

  static List<Object> list(Object value) {
    return value instanceof Collection<?> several ? List.copyOf(several) : List.of(value);
  }

  static Stream<Object> values(Object value) {
    return switch (value) {
      case Map<?, ?> map -> map.values().stream().flatMap(Inspection::values);
      case Collection<?> several -> several.stream().flatMap(Inspection::values);
      default -> Stream.of(value);
    };
  }

  @SuppressWarnings("unchecked")
  static <T> T cast(Object value) {
    return (T) value;
  }
}
