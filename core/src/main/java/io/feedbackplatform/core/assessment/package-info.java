/** Has the mood of feedback judged a second time, by a program that takes a while. */
@NullMarked
package io.feedbackplatform.core.assessment;

import org.jspecify.annotations.NullMarked;
