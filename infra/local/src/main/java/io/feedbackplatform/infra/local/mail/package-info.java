/** Mail on this machine: it is caught, and can be read. */
@NullMarked
package io.feedbackplatform.infra.local.mail;

import org.jspecify.annotations.NullMarked;
