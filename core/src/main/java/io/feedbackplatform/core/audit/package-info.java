/** Who changed what and when: a chain of entries per tenant, in which no change goes unnoticed. */
@NullMarked
package io.feedbackplatform.core.audit;

import org.jspecify.annotations.NullMarked;
