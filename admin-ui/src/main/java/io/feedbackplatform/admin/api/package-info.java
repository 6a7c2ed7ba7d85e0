/** The HTTP API as the console sees it: questions, answers and the ways they can fail. */
@NullMarked
package io.feedbackplatform.admin.api;

import org.jspecify.annotations.NullMarked;
