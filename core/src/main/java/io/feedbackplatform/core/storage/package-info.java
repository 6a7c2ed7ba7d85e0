/** The ports that everything durable goes through. */
@NullMarked
package io.feedbackplatform.core.storage;

import org.jspecify.annotations.NullMarked;
