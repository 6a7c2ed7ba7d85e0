/**
 * What happens around a snapshot of this process, from which Lambda restores copies (SnapStart).
 */
@NullMarked
package io.feedbackplatform.api.snapstart;

import org.jspecify.annotations.NullMarked;
