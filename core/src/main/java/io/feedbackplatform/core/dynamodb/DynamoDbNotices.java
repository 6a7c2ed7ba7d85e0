package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.quota.Notice;
import io.feedbackplatform.core.quota.Notices;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

final class DynamoDbNotices implements Notices {

  private static final Duration RETENTION = Duration.ofDays(400);

  private final DynamoDbTable table;

  DynamoDbNotices(DynamoDbTable table) {
    this.table = table;
  }

  @Override
  public boolean record(TenantId tenant, YearMonth month, Notice notice) {
    var item =
        Item.at(Key.notice(tenant, month, notice.percent()))
            .with("percent", notice.percent())
            .with("at", notice.at())
            .withSecond(TableLayout.EXPIRES_AT, notice.at().plus(RETENTION));
    try {
      table
          .client()
          .putItem(request ->
              request
                  .tableName(table.name())
                  .item(item.attributes())
                  .conditionExpression("attribute_not_exists(pk)"));
      return true;
    } catch (ConditionalCheckFailedException told) {
      return false;
    }
  }

  @Override
  public List<Notice> list(TenantId tenant, YearMonth month) {
    return table
        .query(Key.of(tenant), Key.noticesOf(month))
        .map(item -> new Notice(item.requiredInteger("percent"), item.instant("at")))
        .toList();
  }
}
