/** The sites whose visitors a tenant hears, and the keys that their pages send. */
@NullMarked
package io.feedbackplatform.admin.sites;

import org.jspecify.annotations.NullMarked;
