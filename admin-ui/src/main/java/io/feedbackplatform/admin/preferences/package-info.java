/** What a tenant has settled for itself. */
@NullMarked
package io.feedbackplatform.admin.preferences;

import org.jspecify.annotations.NullMarked;
