/** Makes the package that runs on Lambda, and tests it. */
@NullMarked
package io.feedbackplatform.api.lambda;

import org.jspecify.annotations.NullMarked;
