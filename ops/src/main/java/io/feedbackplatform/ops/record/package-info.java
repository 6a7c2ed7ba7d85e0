/** What ops remembers: good versions, rollbacks, frozen builds, and what was done when. */
@NullMarked
package io.feedbackplatform.ops.record;

import org.jspecify.annotations.NullMarked;
