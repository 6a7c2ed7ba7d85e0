/** Who changed what in the tenant, for who manages it. */
@NullMarked
package io.feedbackplatform.admin.audit;

import org.jspecify.annotations.NullMarked;
