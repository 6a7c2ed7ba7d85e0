/** Who may call what. */
@NullMarked
package io.feedbackplatform.api.security;

import org.jspecify.annotations.NullMarked;
