package io.feedbackplatform.api.openapi;

import io.feedbackplatform.api.caller.TenantCaller;
import io.feedbackplatform.api.problem.Problem;
import io.feedbackplatform.api.site.SiteCaller;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.stream.Stream;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.method.HandlerMethod;

/** Describes the limits of operations that are for a tenant, which are the limited ones. */
@TestConfiguration(proxyBeanMethods = false)
class LimitedOperations {

  private static final String POLICY = "RateLimit-Policy";
  private static final String LEFT = "RateLimit";
  private static final String WAIT = "Retry-After";

  @Bean
  GlobalOperationCustomizer limitsOfOperations() {
    return (operation, handler) -> isLimited(handler) ? limited(operation) : operation;
  }

  static boolean isLimited(HandlerMethod handler) {
    return Stream.of(handler.getMethodParameters())
        .filter(parameter -> parameter.hasParameterAnnotation(AuthenticationPrincipal.class))
        .anyMatch(parameter ->
            TenantCaller.class.isAssignableFrom(parameter.getParameterType())
                || SiteCaller.class.isAssignableFrom(parameter.getParameterType()));
  }

  private static Operation limited(Operation operation) {
    operation
        .getResponses()
        .forEach((status, answer) -> {
          if (status.startsWith("2")) {
            answer
                .addHeaderObject(POLICY, reference(POLICY))
                .addHeaderObject(LEFT, reference(LEFT));
          }
        });
    operation
        .getResponses()
        .addApiResponse("429", new ApiResponse().$ref("#/components/responses/RateLimited"));
    return operation;
  }

  private static Header reference(String name) {
    return new Header().$ref("#/components/headers/" + name);
  }

  @Bean
  OpenApiCustomizer limits() {
    return LimitedOperations::describe;
  }

  private static void describe(OpenAPI document) {
    Components components = document.getComponents();
    components
        .addHeaders(
            POLICY,
            header(
                    "Each limit that the request counts for: how many requests it lets through at once"
                        + " (q), and within how many seconds so many come back (w).",
                    new StringSchema())
                .example("\"key\";q=50;w=10, \"tenant\";q=100;w=10"))
        .addHeaders(
            LEFT,
            header(
                    "Of each of these limits, how many requests are left (r), and in how many seconds"
                        + " all are back, or the next one if this was refused (t).",
                    new StringSchema())
                .example("\"key\";r=49;t=1, \"tenant\";r=99;t=1"))
        .addHeaders(
            WAIT,
            header("In how many seconds to send the request again.", new IntegerSchema())
                .example(1))
        .addResponses(
            "RateLimited",
            new ApiResponse()
                .description(
                    "More requests came than a limit lets through (code rate_limited); none of this one"
                        + " was done. Other limits of an operation have codes of their own.")
                .addHeaderObject(POLICY, reference(POLICY))
                .addHeaderObject(LEFT, reference(LEFT))
                .addHeaderObject(WAIT, reference(WAIT))
                .content(
                    new Content()
                        .addMediaType(
                            Problem.MEDIA_TYPE,
                            new MediaType()
                                .schema(new Schema<>().$ref("#/components/schemas/Problem")))));
  }

  private static Header header(String description, Schema<?> schema) {
    return new Header().description(description).schema(schema);
  }
}
