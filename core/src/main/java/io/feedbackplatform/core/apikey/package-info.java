/** The secret keys by which a tenant's partners call the platform. */
@NullMarked
package io.feedbackplatform.core.apikey;

import org.jspecify.annotations.NullMarked;
