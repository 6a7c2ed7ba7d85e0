/** Sign-in and sign-out at the OpenID Connect issuer, and the tokens that come from it. */
@NullMarked
package io.feedbackplatform.admin.login;

import org.jspecify.annotations.NullMarked;
