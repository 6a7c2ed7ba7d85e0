package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A rating as stars, with words for those who do not see them. */
public final class Stars extends Span {

  /**
   * Shows a rating.
   *
   * @param rating 1 to 5, or null for none
   */
  public Stars(@Nullable Integer rating) {
    addClassName("stars");
    if (rating == null) {
      setText("No rating");
      addClassName("stars-none");
    } else {
      setText(text(rating));
      getElement().setAttribute("role", "img");
      getElement().setAttribute("aria-label", label(rating));
    }
  }

  /** Five stars, as many of them full as the rating says; empty without a rating. */
  public static String text(@Nullable Integer rating) {
    return rating == null ? "" : "★".repeat(rating) + "☆".repeat(5 - rating);
  }

  /** The rating in words. */
  public static String label(@Nullable Integer rating) {
    return rating == null ? "No rating" : rating + " of 5 stars";
  }
}
