/** What every feature of the domain may rely on: how it refuses. */
@NullMarked
package io.feedbackplatform.core;

import org.jspecify.annotations.NullMarked;
