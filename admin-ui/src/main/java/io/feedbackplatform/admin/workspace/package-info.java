/** Who is at the screen, and which tenant they are looking at. */
@NullMarked
package io.feedbackplatform.admin.workspace;

import org.jspecify.annotations.NullMarked;
