package io.feedbackplatform.infra.cdk;

import java.util.LinkedHashMap;
import java.util.List;
import software.amazon.awscdk.services.apigateway.JsonSchema;
import software.amazon.awscdk.services.apigateway.JsonSchemaType;
import software.amazon.awscdk.services.apigateway.JsonSchemaVersion;

/**
 * What the gateway asks of a submission: the right fields with the right types. It refuses nothing
 * that the API accepts, so that it leaves to the API what only that can judge: the length of a text
 * without its surrounding blanks, the form of an address, whether there is anything in it at all.
 */
final class SubmissionModel {

  private static final List<String> TEXTS =
      List.of("siteId", "message", "name", "email", "category", "page", "locale");

  private SubmissionModel() {}

  static JsonSchema schema() {
    var fields = new LinkedHashMap<String, JsonSchema>();
    for (var name : TEXTS) {
      fields.put(name, either(JsonSchemaType.STRING).build());
    }
    fields.put("rating", either(JsonSchemaType.INTEGER).minimum(1).maximum(5).build());
    fields.put("nps", either(JsonSchemaType.INTEGER).minimum(0).maximum(10).build());
    fields.put("ces", either(JsonSchemaType.INTEGER).minimum(1).maximum(7).build());
    fields.put(
        "metadata",
        either(JsonSchemaType.OBJECT)
            .maxProperties(20)
            .additionalProperties(
                JsonSchema.builder()
                    .type(
                        List.of(
                            JsonSchemaType.STRING, JsonSchemaType.NUMBER, JsonSchemaType.BOOLEAN))
                    .build())
            .build());
    fields.put("check", either(JsonSchemaType.OBJECT).build());
    return JsonSchema.builder()
        .schema(JsonSchemaVersion.DRAFT4)
        .title("Submission")
        .type(JsonSchemaType.OBJECT)
        .properties(fields)
        .additionalProperties(false)
        .build();
  }

  /** To the API, null is a field that was left out. */
  private static JsonSchema.Builder either(JsonSchemaType type) {
    return JsonSchema.builder().type(List.of(type, JsonSchemaType.NULL));
  }
}
