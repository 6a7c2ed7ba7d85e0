package io.feedbackplatform.ops.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that ops did, or decided not to do, for operators to read.
 *
 * @param key tells entries of the same time apart; an entry with the same time and key replaces the
 *     first
 * @param outcome one word, stable
 * @param detail one sentence, for people
 */
public record AuditEntry(
    Instant at,
    String key,
    String outcome,
    @Nullable String alarm,
    @Nullable String from,
    @Nullable String to,
    String detail) {}
