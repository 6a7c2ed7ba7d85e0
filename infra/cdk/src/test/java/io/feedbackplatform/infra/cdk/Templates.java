package io.feedbackplatform.infra.cdk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The templates of a layout, as they would be sent to AWS. */
final class Templates {

  /** Of an installation without any stack. */
  static final Templates NONE = new Templates(Map.of());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<Layout, Templates> READ = new EnumMap<>(Layout.class);

  private final Map<String, JsonNode> byStack;

  private Templates(Map<String, JsonNode> byStack) {
    this.byStack = byStack;
  }

  /** A resource and the stack that it is in. */
  record Resource(String stack, String id, JsonNode json) {

    String type() {
      return json.path("Type").asText();
    }

    JsonNode property(String pointer) {
      return json.path("Properties").at(pointer);
    }

    /** The property as text; what CloudFormation works out stays as JSON. */
    String text(String pointer) {
      var property = property(pointer);
      return property.isValueNode() ? property.asText() : property.toString();
    }
  }

  /** Synthesised once, for all tests. */
  static synchronized Templates of(Layout layout) {
    return READ.computeIfAbsent(layout, Templates::read);
  }

  private static Templates read(Layout layout) {
    var stack = layout.platform().stacks().getFirst();
    var assembly = software.amazon.awscdk.Stage.of(stack).synth();
    var templates = new TreeMap<String, JsonNode>();
    for (var artifact : assembly.getStacks()) {
      try {
        templates.put(
            artifact.getStackName(),
            JSON.readTree(Files.readString(Path.of(artifact.getTemplateFullPath()))));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
    return new Templates(templates);
  }

  Map<String, JsonNode> byStack() {
    return byStack;
  }

  /** Resources of a type in all stacks. */
  List<Resource> all(String type) {
    return all(resource -> resource.type().equals(type));
  }

  List<Resource> all(Predicate<Resource> wanted) {
    var found = new ArrayList<Resource>();
    byStack.forEach((stack, template) ->
        template
            .path("Resources")
            .properties()
            .forEach(resource -> {
              var candidate = new Resource(stack, resource.getKey(), resource.getValue());
              if (wanted.test(candidate)) {
                found.add(candidate);
              }
            }));
    return found;
  }

  /** Resources of a type, of which there has to be at least one. */
  List<Resource> some(String type) {
    var found = all(type);
    if (found.isEmpty()) {
      throw new AssertionError("there is no " + type);
    }
    return found;
  }

  /** The one resource of a type with this value. */
  Resource the(String type, String pointer, String value) {
    var found =
        all(resource -> resource.type().equals(type) && resource.text(pointer).equals(value));
    if (found.size() != 1) {
      throw new AssertionError(
          "%d resources %s have %s = %s, not one".formatted(found.size(), type, pointer, value));
    }
    return found.getFirst();
  }
}
