package io.feedbackplatform.core.quota;

import io.feedbackplatform.core.tenant.Tenant;

/** Whether feedback is within its tenant's plan. It is kept in any case. */
public interface Quota {

  /** For where nobody counts. */
  Quota NONE =
      new Quota() {
        @Override
        public boolean isUsedUp(Tenant tenant) {
          return false;
        }

        @Override
        public void noteCreated(Tenant tenant) {}
      };

  /** Whether the next piece is beyond this month's quota, as far as is known. Never fails. */
  boolean isUsedUp(Tenant tenant);

  /** A piece that counts was created. */
  void noteCreated(Tenant tenant);
}
