package io.feedbackplatform.api.analytics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Histogram;
import io.feedbackplatform.core.statistics.Percentages;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** How often each answer was given. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(
    name = "Distribution",
    description =
        "How often each answer was given, with percentages that add up to 100. A question that nobody"
            + " answered is left out. The feedback behind a bar is listed by the filter of the figures with"
            + " the question's name and the bar's value added, as in rating=4.")
record DistributionResponse(
    @Nullable List<Bar> rating,
    @Nullable List<Bar> nps,
    @Nullable List<Bar> ces,
    @Nullable List<Bar> sentiment) {

  private static final List<String> SENTIMENTS = List.of("positive", "neutral", "negative");

  /** One answer. */
  @Schema(name = "Bar")
  record Bar(
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) String value,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) long count,
      @Schema(requiredMode = Schema.RequiredMode.REQUIRED) BigDecimal percentage) {}

  static DistributionResponse of(Counts counts) {
    return new DistributionResponse(
        bars(counts.rating()),
        bars(counts.nps()),
        bars(counts.ces()),
        bars(SENTIMENTS, counts.positive(), counts.neutral(), counts.negative()));
  }

  private static @Nullable List<Bar> bars(Histogram histogram) {
    var values = IntStream.rangeClosed(histogram.least(), histogram.most());
    return bars(
        values.mapToObj(Integer::toString).toList(),
        IntStream.rangeClosed(histogram.least(), histogram.most())
            .mapToLong(histogram::count)
            .toArray());
  }

  private static @Nullable List<Bar> bars(List<String> values, long... counts) {
    var tenths = Percentages.tenths(counts);
    return IntStream.of(tenths).sum() == 0
        ? null
        : IntStream.range(0, counts.length)
            .mapToObj(i -> new Bar(values.get(i), counts[i], BigDecimal.valueOf(tenths[i], 1)))
            .toList();
  }
}
