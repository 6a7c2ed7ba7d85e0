/** The team: who belongs to the tenant, who is invited, and how that changes. */
@NullMarked
package io.feedbackplatform.admin.team;

import org.jspecify.annotations.NullMarked;
