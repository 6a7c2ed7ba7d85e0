package io.feedbackplatform.core.analytics;

/** By which of its properties feedback is told apart. */
public enum Facet {
  CATEGORY,
  TAG;

  /** The feedback with one value of this property. */
  public Scope of(String name) {
    return switch (this) {
      case CATEGORY -> new Scope.Category(name);
      case TAG -> new Scope.Tag(name);
    };
  }
}
