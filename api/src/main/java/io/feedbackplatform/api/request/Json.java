package io.feedbackplatform.api.request;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * How JSON is read and written: strictly, and within limits. A body has at most 64 KB. Made here
 * and not by properties of Spring Boot, whose way to it takes a tenth of a cold start.
 */
public final class Json {

  /**
   * A text needs no lower limit of its own: the rules of a submission name the field that is too
   * long, a parser's limit could not.
   */
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder()
          .maxNestingDepth(20)
          .maxDocumentLength(BodyFilter.MOST)
          .maxStringLength(BodyFilter.MOST)
          .maxNameLength(1_000)
          .maxNumberLength(100)
          .maxTokenCount(10_000)
          .build();

  private static final JsonMapper MAPPER = make();

  private Json() {}

  public static JsonMapper mapper() {
    return MAPPER;
  }

  private static JsonMapper make() {
    var factory =
        JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // What a parser quotes of a body would end in logs.
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();
    return JsonMapper.builder(factory)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .build();
  }
}
