/** The whole system on one machine, from the parts that ship. */
@NullMarked
package io.feedbackplatform.infra.local;

import org.jspecify.annotations.NullMarked;
