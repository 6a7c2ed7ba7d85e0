package io.feedbackplatform.core.recount;

/** The marker of a fence in one shard, as whoever counts the changes meets it. */
public record FenceMark(String fence, int shard) {}
