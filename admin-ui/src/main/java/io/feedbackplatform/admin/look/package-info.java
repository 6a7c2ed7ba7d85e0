/** Pieces of the console's look that several views show. */
@NullMarked
package io.feedbackplatform.admin.look;

import org.jspecify.annotations.NullMarked;
