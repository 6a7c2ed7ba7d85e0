/** What the people who run the platform do with tenants. */
@NullMarked
package io.feedbackplatform.core.operator;

import org.jspecify.annotations.NullMarked;
