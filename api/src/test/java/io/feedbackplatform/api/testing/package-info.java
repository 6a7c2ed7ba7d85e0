/**
 * What the tests of the API share: an issuer, tenants with all they need, one running application.
 */
@NullMarked
package io.feedbackplatform.api.testing;

import org.jspecify.annotations.NullMarked;
