/** A Lambda function on this machine: its package behind AWS's own adapter and emulator. */
@NullMarked
package io.feedbackplatform.infra.local.lambda;

import org.jspecify.annotations.NullMarked;
