package io.feedbackplatform.core.forbidden;

import java.net.http.HttpClient;

/** What the architecture test must refuse. */
public record KnowsHttp(HttpClient client) {}
