/** What the people who run the platform do with tenants, and what tenants see of it. */
@NullMarked
package io.feedbackplatform.api.operator;

import org.jspecify.annotations.NullMarked;
