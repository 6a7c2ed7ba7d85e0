package io.feedbackplatform.core.feedback;

import io.feedbackplatform.core.tenant.TenantId;

/** The forms that visitors of each tenant's sites opened, kept until they are surely counted. */
public interface OpenedForms {

  /** Once this returns, it is durable. */
  void add(TenantId tenant, OpenedForm form);
}
