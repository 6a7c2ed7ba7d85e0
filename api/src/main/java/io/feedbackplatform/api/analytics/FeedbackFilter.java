package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.analytics.Scope;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** The query parameters by which GET /feedback lists what was counted. */
final class FeedbackFilter {

  private FeedbackFilter() {}

  static Map<String, String> of(Scope scope) {
    var filter = new TreeMap<String, String>();
    switch (scope) {
      case Scope.Tenant() -> {}
      case Scope.Site(var id) -> filter.put("siteId", id.value());
      case Scope.Category(var name) -> filter.put("category", name);
      case Scope.Tag(var name) -> filter.put("tag", name);
    }
    return filter;
  }

  static Map<String, String> of(Scope scope, Instant from, Instant to) {
    var filter = of(scope);
    filter.put("from", from.toString());
    filter.put("to", to.toString());
    return filter;
  }
}
