package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.tenant.TenantId;

/**
 * Tells when every change of a tenant's feedback up to a moment is counted. The changes of a shard
 * and the markers in it reach whoever counts in the order in which they were written, as long as
 * the shard is one partition of the table: DynamoDB promises the order for an item, and may split a
 * partition that has grown past 10 GB by its sort keys. Markers show nowhere else, and both they
 * and the notes that they were met go by themselves.
 */
public interface Fences {

  /** Sets a fence behind every change so far. */
  Fence set(TenantId tenant);

  /** Notes that a marker was met, and that what came before it in its shard is counted. */
  void pass(TenantId tenant, FenceMark mark);

  /** Whether all markers of the fence were met. */
  boolean isPassed(TenantId tenant, Fence fence);
}
