package io.feedbackplatform.core.tenant;

import io.feedbackplatform.core.id.RandomId;

/**
 * A tenant's identity: 26 characters of Crockford's Base32. The length is fixed, so that no
 * tenant's key is a prefix of another's. It comes from a verified credential, never from what a
 * caller merely claims.
 */
public record TenantId(String value) {

  public TenantId {
    if (!RandomId.isWellFormed(value)) {
      throw new IllegalArgumentException("a tenant id has 26 characters of Crockford's Base32");
    }
  }

  public static TenantId random() {
    return new TenantId(RandomId.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
