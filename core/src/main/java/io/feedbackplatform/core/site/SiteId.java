package io.feedbackplatform.core.site;

import io.feedbackplatform.core.id.RandomId;

/** A site's identity within its tenant: 26 characters of Crockford's Base32. */
public record SiteId(String value) {

  public SiteId {
    if (!RandomId.isWellFormed(value)) {
      throw new IllegalArgumentException("a site id has 26 characters of Crockford's Base32");
    }
  }

  public static SiteId random() {
    return new SiteId(RandomId.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
