/** Passes on what happens to feedback to those who are to do something about it. */
@NullMarked
package io.feedbackplatform.workers.dispatch;

import org.jspecify.annotations.NullMarked;
