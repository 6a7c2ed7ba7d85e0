/** What a tenant may do at the moment, whoever calls for it. */
@NullMarked
package io.feedbackplatform.api.tenant;

import org.jspecify.annotations.NullMarked;
