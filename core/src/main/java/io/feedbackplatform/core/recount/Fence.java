package io.feedbackplatform.core.recount;

/**
 * A line across the changes of a tenant's feedback: a marker behind all changes so far, in each of
 * the shards that the tenant writes to.
 *
 * @param id of no other fence of the tenant
 * @param shards how many markers there are, numbered from 0
 */
public record Fence(String id, int shards) {}
