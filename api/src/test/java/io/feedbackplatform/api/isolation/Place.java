package io.feedbackplatform.api.isolation;

/** Where in a request something can stand that a caller chooses. */
record Place(Part part, String name) {

  enum Part {
    PATH,
    QUERY,
    HEADER,
    BODY
  }
}
