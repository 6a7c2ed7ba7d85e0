package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.audit.Audit;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.OpenedForms;
import io.feedbackplatform.core.limit.SharedBuckets;
import io.feedbackplatform.core.member.Invitations;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.operator.Provisioning;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.quota.Notices;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.recount.RecountOrders;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.tenant.Tenants;

/** Everything that the platform keeps, as one component of small ports. */
public interface Storage {

  Tenants tenants();

  Sites sites();

  SiteKeys siteKeys();

  ApiKeys apiKeys();

  Members members();

  Invitations invitations();

  Provisioning provisioning();

  TenantRegister tenantRegister();

  OperatorGrants operatorGrants();

  Audit audit();

  FeedbackStore feedback();

  OpenedForms openedForms();

  AnalyticsStore analytics();

  Counters counters();

  Fences fences();

  RecountStore recounts();

  RecountOrders recountOrders();

  SharedBuckets buckets();

  Notices notices();

  /**
   * Asks the storage for a sign of life, without touching a tenant.
   *
   * @throws RuntimeException when it cannot serve
   */
  void check();
}
