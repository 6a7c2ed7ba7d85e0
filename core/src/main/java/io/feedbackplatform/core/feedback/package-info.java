/** What visitors say: how it is submitted, kept and read. */
@NullMarked
package io.feedbackplatform.core.feedback;

import org.jspecify.annotations.NullMarked;
