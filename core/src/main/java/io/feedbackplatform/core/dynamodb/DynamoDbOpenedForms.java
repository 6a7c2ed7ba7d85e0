package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.feedback.OpenedForms;
import io.feedbackplatform.core.tenant.TenantId;

/** Small items in the table of feedback, whose stream counts them; one write unit each. */
final class DynamoDbOpenedForms implements OpenedForms {

  private final DynamoDbTable feedback;
  private final DynamoDbTenants tenants;

  DynamoDbOpenedForms(DynamoDbTable feedback, DynamoDbTenants tenants) {
    this.feedback = feedback;
    this.tenants = tenants;
  }

  @Override
  public void add(TenantId tenant, OpenedForm form) {
    var key = Key.openedForm(tenant, form.id(), tenants.shardsOf(tenant));
    var item =
        Item.at(key)
            .with("siteId", form.site().value())
            .with("createdAt", form.at())
            .with(
                FeedbackItem.ZONE,
                form.zone().equals(FeedbackItem.USUAL_ZONE) ? null : form.zone().getId())
            .withSecond(TableLayout.EXPIRES_AT, form.expiresAt());
    feedback.client().putItem(put -> put.tableName(feedback.name()).item(item.attributes()));
  }
}
