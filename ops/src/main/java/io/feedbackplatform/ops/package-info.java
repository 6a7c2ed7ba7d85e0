/** What all handlers for operators share: settings, clients and counts. */
@NullMarked
package io.feedbackplatform.ops;

import org.jspecify.annotations.NullMarked;
