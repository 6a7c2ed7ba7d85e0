/** Other programs: whether they can start, do answer, and are gone in the end. */
@NullMarked
package io.feedbackplatform.infra.local.process;

import org.jspecify.annotations.NullMarked;
