/** Who a customer is: the boundary that no data crosses. */
@NullMarked
package io.feedbackplatform.core.tenant;

import org.jspecify.annotations.NullMarked;
