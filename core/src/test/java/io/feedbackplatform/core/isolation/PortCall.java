package io.feedbackplatform.core.isolation;

import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A call of a method of a port.
 *
 * @param name port and method, as in {@code Sites.save}
 * @param tenant whom the call is for; absent when the method takes no tenant
 */
public record PortCall(String name, @Nullable TenantId tenant) {}
