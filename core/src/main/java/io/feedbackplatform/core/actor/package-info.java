/** Who does something: a person, a key, an operator or the platform itself. */
@NullMarked
package io.feedbackplatform.core.actor;

import org.jspecify.annotations.NullMarked;
