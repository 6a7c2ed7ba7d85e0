/** The console of a tenant's team: a client of the HTTP API with no way round it. */
@NullMarked
package io.feedbackplatform.admin;

import org.jspecify.annotations.NullMarked;
