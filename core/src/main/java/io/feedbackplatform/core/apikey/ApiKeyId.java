package io.feedbackplatform.core.apikey;

import io.feedbackplatform.core.id.RandomId;

/** An API key's identity, which is no secret: 26 characters of Crockford's Base32. */
public record ApiKeyId(String value) {

  public ApiKeyId {
    if (!RandomId.isWellFormed(value)) {
      throw new IllegalArgumentException("an API key id has 26 characters of Crockford's Base32");
    }
  }

  public static ApiKeyId random() {
    return new ApiKeyId(RandomId.next());
  }

  @Override
  public String toString() {
    return value;
  }
}
