/** Records of the stream that nobody could read, kept aside until somebody has mended why. */
@NullMarked
package io.feedbackplatform.core.parking;

import org.jspecify.annotations.NullMarked;
