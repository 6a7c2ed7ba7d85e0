/** What the widget asks before it shows itself. */
@NullMarked
package io.feedbackplatform.api.widget;

import org.jspecify.annotations.NullMarked;
