package io.feedbackplatform.api.analytics;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.Violation;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.themes.Order;
import io.feedbackplatform.core.themes.Term;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Of what feedback themes are asked for, which of them and how many. */
record ThemesQuery(Scope scope, TimeRange range, Order order, int limit) {

  /**
   * @param limit as {@link io.feedbackplatform.api.paging.Limit} reads it
   * @throws DomainException.InvalidInput saying which parameters are wrong
   */
  static ThemesQuery parse(AnalyticsQuery.Days asked, String order, int limit) {
    var violations = new ArrayList<Violation>(asked.violations());
    var first = order(order, violations);
    var range = asked.range();
    if (range == null || !violations.isEmpty()) {
      throw new DomainException.InvalidInput(violations);
    }
    return new ThemesQuery(asked.scope(), range, first, limit);
  }

  /** Absent for all sites. */
  @Nullable SiteId site() {
    return scope instanceof Scope.Site(var id) ? id : null;
  }

  static Map<String, String> filter(Scope scope, Instant from, Instant to, Term term) {
    var filter = FeedbackFilter.of(scope, from, to);
    filter.put("term", term.text());
    return filter;
  }

  private static Order order(String text, List<Violation> violations) {
    return switch (text) {
      case "frequent" -> Order.FREQUENT;
      case "rising" -> Order.RISING;
      default -> {
        violations.add(new Violation("order", "invalid_value", "Send frequent or rising."));
        yield Order.FREQUENT;
      }
    };
  }
}
