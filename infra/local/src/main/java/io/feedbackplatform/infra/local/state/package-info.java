/** What has to stay the same from one run to the next. */
@NullMarked
package io.feedbackplatform.infra.local.state;

import org.jspecify.annotations.NullMarked;
