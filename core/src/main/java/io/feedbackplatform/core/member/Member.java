package io.feedbackplatform.core.member;

import java.time.Instant;

/** A person's place in a tenant's team. */
public record Member(UserId user, Role role, Instant since) {}
