package io.feedbackplatform.core.dynamodb;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;

/** A client that writes whether or not the conditions hold: what the ledger would be without. */
public final class UnconditionalDynamoDb extends DynamoDbDecorator {

  public UnconditionalDynamoDb(DynamoDbClient client) {
    super(client);
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    return super.transactWriteItems(
        request.toBuilder()
            .transactItems(
                request.transactItems().stream().map(UnconditionalDynamoDb::bare).toList())
            .build());
  }

  private static TransactWriteItem bare(TransactWriteItem action) {
    return action.toBuilder()
        .update(action.update().toBuilder().conditionExpression(null).build())
        .build();
  }
}
