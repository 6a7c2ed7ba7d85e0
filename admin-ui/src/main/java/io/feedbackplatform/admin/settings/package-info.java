/** What the console reads from its environment, once, at start. */
@NullMarked
package io.feedbackplatform.admin.settings;

import org.jspecify.annotations.NullMarked;
