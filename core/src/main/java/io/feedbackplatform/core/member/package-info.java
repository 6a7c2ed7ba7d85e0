/** Who belongs to a tenant's team, and what each may do. */
@NullMarked
package io.feedbackplatform.core.member;

import org.jspecify.annotations.NullMarked;
