/** Keeps open views up to date without a reload. */
@NullMarked
package io.feedbackplatform.admin.live;

import org.jspecify.annotations.NullMarked;
