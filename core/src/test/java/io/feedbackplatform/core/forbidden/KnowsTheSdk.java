package io.feedbackplatform.core.forbidden;

import io.feedbackplatform.core.storage.Storage;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the architecture test must refuse. */
public record KnowsTheSdk(DynamoDbClient client, Storage storage) {}
