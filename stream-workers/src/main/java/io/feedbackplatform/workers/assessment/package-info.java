/** Has the mood of feedback judged by Amazon Comprehend. */
@NullMarked
package io.feedbackplatform.workers.assessment;

import org.jspecify.annotations.NullMarked;
