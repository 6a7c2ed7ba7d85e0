/** Who changed what in a tenant, for those who manage it. */
@NullMarked
package io.feedbackplatform.api.audit;

import org.jspecify.annotations.NullMarked;
