/** The keys by which partners call the API, for who manages them. */
@NullMarked
package io.feedbackplatform.admin.keys;

import org.jspecify.annotations.NullMarked;
