/** What CodeDeploy is doing, or has done, to the alias. */
@NullMarked
package io.feedbackplatform.ops.deployment;

import org.jspecify.annotations.NullMarked;
