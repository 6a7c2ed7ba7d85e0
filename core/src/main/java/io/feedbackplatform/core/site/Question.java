package io.feedbackplatform.core.site;

/** What the widget asks visitors to answer on a scale. */
public enum Question {
  /** How satisfied they are, 1 to 5 stars (CSAT). */
  RATING,
  /** How likely they are to recommend it, 0 to 10 (Net Promoter Score). */
  NPS,
  /** How much they agree that it was easy, 1 to 7 (Customer Effort Score). */
  CES
}
