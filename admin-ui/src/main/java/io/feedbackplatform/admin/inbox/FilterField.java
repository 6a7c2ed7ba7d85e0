package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.HasValue;
import io.feedbackplatform.admin.api.FeedbackFilter;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A field for one parameter of a filter. It may show less than the filter says, an hour's day for
 * instance, and so changes nothing unless somebody has touched it.
 *
 * @param first what it showed first
 * @param value what it asks for now; empty for anything
 */
record FilterField(
    String parameter, HasValue<?, ?> field, @Nullable Object first, Supplier<String> value) {

  /** A field that shows what the filter asks for. */
  static FilterField of(String parameter, HasValue<?, ?> field, Supplier<String> value) {
    return new FilterField(parameter, field, field.getValue(), value);
  }

  FeedbackFilter applyTo(FeedbackFilter filter) {
    return Objects.equals(field.getValue(), first) ? filter : filter.with(parameter, value.get());
  }
}
