package io.feedbackplatform.infra.local.mail;

import java.time.Instant;

/** A message that would have been delivered. */
public record CaughtMail(
    Instant at, String from, String to, String subject, String text, String html) {}
