/** What surrounds each view: navigation, the signed-in user, and the last resort for errors. */
@NullMarked
package io.feedbackplatform.admin.frame;

import org.jspecify.annotations.NullMarked;
