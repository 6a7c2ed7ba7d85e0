package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import java.time.Instant;

/**
 * A point in time in the reader's own language and zone: how long ago, and exactly when as a
 * tooltip. Keeps itself current.
 */
@Tag("feedback-time")
public final class Moment extends Component {

  /** Shows a moment. */
  public Moment(Instant when) {
    getElement().setAttribute("datetime", when.toString());
  }

  /** Shows a moment with its exact date and time beside it. */
  public static Moment exact(Instant when) {
    Moment moment = new Moment(when);
    moment.getElement().setAttribute("exact", "");
    return moment;
  }
}
