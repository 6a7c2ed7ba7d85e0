/** Lambda's records of the feedback table's stream, as core reads them. */
@NullMarked
package io.feedbackplatform.workers.stream;

import org.jspecify.annotations.NullMarked;
