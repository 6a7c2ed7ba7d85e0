/** A sign-in server with the shape of an Amazon Cognito user pool, and nothing more. */
@NullMarked
package io.feedbackplatform.infra.local.issuer;

import org.jspecify.annotations.NullMarked;
