/** The static pages: the widget's files and two shops that use them. */
@NullMarked
package io.feedbackplatform.infra.local.shop;

import org.jspecify.annotations.NullMarked;
