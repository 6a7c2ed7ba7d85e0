package io.feedbackplatform.admin.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.internal.JacksonUtils;
import io.feedbackplatform.admin.api.Figures.Bucket;
import io.feedbackplatform.admin.api.Granularity;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The picture of a series; the element is in {@code console/elements.js}. */
@Tag("feedback-chart")
final class TrendChart extends Component {
  static final String LIBRARY = "webjars/chart.js/4.5.1/dist/chart.umd.min.js";

  TrendChart() {
    getElement().setAttribute("library", LIBRARY);
    getElement().setAttribute("role", "img");
  }

  void show(Granularity granularity, List<Bucket> series, ZoneId zone) {
    ArrayNode buckets = JacksonUtils.createArrayNode();
    series.forEach(bucket -> buckets.add(node(bucket)));
    ObjectNode data = JacksonUtils.createObjectNode();
    data.put("granularity", granularity.name().toLowerCase(Locale.ROOT));
    data.put("zone", zone.getId());
    data.set("buckets", buckets);
    getElement().setPropertyJson("data", data);
    getElement().setAttribute("aria-label", summary(series));
  }

  private static ObjectNode node(Bucket bucket) {
    ObjectNode node = JacksonUtils.createObjectNode();
    node.put("start", bucket.start().toString());
    node.put("positive", bucket.sentiment().positive());
    node.put("neutral", bucket.sentiment().neutral());
    node.put("negative", bucket.sentiment().negative());
    return node;
  }

  private static String summary(List<Bucket> series) {
    long all = series.stream().mapToLong(Bucket::totalFeedback).sum();
    long most = series.stream().mapToLong(Bucket::totalFeedback).max().orElse(0);
    return "Bar chart of %d pieces of feedback in %d periods, at most %d in one. The table has them all."
        .formatted(all, series.size(), most);
  }
}
