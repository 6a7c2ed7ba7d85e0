/** Signing in without a browser, for scripts and tests. */
@NullMarked
package io.feedbackplatform.infra.local.login;

import org.jspecify.annotations.NullMarked;
