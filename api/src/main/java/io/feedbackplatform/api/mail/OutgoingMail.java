package io.feedbackplatform.api.mail;

import org.jspecify.annotations.Nullable;

/**
 * Whether this process sends mail.
 *
 * @param settings null where it does not
 */
public record OutgoingMail(@Nullable MailSettings settings) {}
