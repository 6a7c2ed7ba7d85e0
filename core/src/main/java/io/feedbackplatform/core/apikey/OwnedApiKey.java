package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.tenant.TenantId;

/** A key and the tenant that it acts for. */
public record OwnedApiKey(TenantId owner, ApiKey key) {}
