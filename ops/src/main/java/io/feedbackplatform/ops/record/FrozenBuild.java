package io.feedbackplatform.ops.record;

import java.time.Instant;

/** A build that must not be released until an operator clears it. */
public record FrozenBuild(String codeSha256, String reason, Instant since) {}
