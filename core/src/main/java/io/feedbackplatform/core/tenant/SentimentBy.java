package io.feedbackplatform.core.tenant;

/** Who judges the sentiment of a tenant's feedback. The words are kept in storage. */
public enum SentimentBy {
  /** The platform's own word lists, at submission. */
  LEXICON,
  /** Amazon Comprehend, a while after submission. */
  COMPREHEND
}
