package io.feedbackplatform.core.apikey;

/** A key with a new secret, which is known now and never again. */
public record IssuedApiKey(ApiKey key, ApiKeyToken token) {}
