package io.feedbackplatform.api.operator;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Scope;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which counter of a tenant. Operators are not told the tenant's categories and tags. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Counter")
record CounterResponse(
    @Schema(
            allowableValues = {"tenant", "site", "category", "tag"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String of,
    @Nullable String siteId,
    @Schema(
            allowableValues = {"total", "hour", "day", "month"},
            requiredMode = Schema.RequiredMode.REQUIRED)
        String per,
    @Schema(description = "Which hour (its start), day or month; of a total, none.")
        @Nullable String at) {

  static CounterResponse of(CounterKey key) {
    var scope = key.scope();
    return new CounterResponse(
        switch (scope) {
          case Scope.Tenant() -> "tenant";
          case Scope.Site(_) -> "site";
          case Scope.Category(_) -> "category";
          case Scope.Tag(_) -> "tag";
        },
        scope instanceof Scope.Site(var site) ? site.value() : null,
        switch (key.bucket()) {
          case Bucket.Total() -> "total";
          case Bucket.Hour(_) -> "hour";
          case Bucket.Day(_) -> "day";
          case Bucket.Month(_) -> "month";
        },
        switch (key.bucket()) {
          case Bucket.Total() -> null;
          case Bucket.Hour(var start) -> start.toString();
          case Bucket.Day(var date) -> date.toString();
          case Bucket.Month(var month) -> month.toString();
        });
  }
}
