package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.analytics.AnalyticsStore;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.apikey.ApiKeys;
import io.feedbackplatform.core.audit.Audit;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.OpenedForms;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.limit.SharedBuckets;
import io.feedbackplatform.core.member.Invitations;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Team;
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.operator.Provisioning;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.quota.Notices;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.recount.RecountOrders;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.tenant.TenantId;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;

/**
 * Storage in the heap, for tests that need no more. It passes the contracts that DynamoDB passes.
 */
public final class InMemoryStorage implements Storage {

  private final Clock clock;
  private final InMemoryTenants tenants;
  private final InMemorySites sites;
  private final InMemorySiteKeys siteKeys;
  private final InMemoryAudit audit = new InMemoryAudit();
  private final InMemoryApiKeys apiKeys = new InMemoryApiKeys(audit);
  private final InMemoryMembers members;
  private final InMemoryInvitations invitations;
  private final InMemoryProvisioning provisioning;
  private final InMemoryOperatorGrants operatorGrants;
  private final InMemoryAnalytics analytics;
  private final InMemoryFeedbackStore feedback;
  private final InMemoryOpenedForms openedForms = new InMemoryOpenedForms();
  private final InMemoryFences fences;
  private final InMemoryRecountOrders recountOrders;
  private final InMemoryNotices notices = new InMemoryNotices();
  private final InMemoryBuckets buckets = new InMemoryBuckets();

  public InMemoryStorage(Clock clock) {
    this.clock = clock;
    this.tenants = new InMemoryTenants(audit, clock);
    this.sites = new InMemorySites(tenants, audit, clock);
    this.siteKeys = new InMemorySiteKeys(sites, audit, clock);
    this.members = new InMemoryMembers(audit, clock, this::requireSeat);
    this.invitations = new InMemoryInvitations(tenants, members, audit, clock);
    this.provisioning = new InMemoryProvisioning(tenants, members, invitations, audit);
    this.operatorGrants = new InMemoryOperatorGrants(tenants, audit, clock);
    this.feedback = new InMemoryFeedbackStore(audit, clock);
    this.analytics = new InMemoryAnalytics(clock);
    this.fences = new InMemoryFences(tenants);
    this.recountOrders = new InMemoryRecountOrders(tenants, audit, clock);
  }

  @Override
  public Tenants tenants() {
    return tenants;
  }

  @Override
  public Sites sites() {
    return sites;
  }

  @Override
  public SiteKeys siteKeys() {
    return siteKeys;
  }

  @Override
  public ApiKeys apiKeys() {
    return apiKeys;
  }

  @Override
  public Members members() {
    return members;
  }

  @Override
  public Invitations invitations() {
    return invitations;
  }

  @Override
  public Provisioning provisioning() {
    return provisioning;
  }

  @Override
  public TenantRegister tenantRegister() {
    return tenants.register();
  }

  @Override
  public OperatorGrants operatorGrants() {
    return operatorGrants;
  }

  @Override
  public Audit audit() {
    return audit;
  }

  @Override
  public FeedbackStore feedback() {
    return feedback;
  }

  @Override
  public OpenedForms openedForms() {
    return openedForms;
  }

  @Override
  public AnalyticsStore analytics() {
    return analytics;
  }

  @Override
  public Counters counters() {
    return analytics;
  }

  @Override
  public Fences fences() {
    return fences;
  }

  @Override
  public RecountStore recounts() {
    return new InMemoryRecounts(feedback, openedForms, analytics, tenants, clock);
  }

  @Override
  public RecountOrders recountOrders() {
    return recountOrders;
  }

  @Override
  public Notices notices() {
    return notices;
  }

  private void requireSeat(TenantId tenant, Team team) {
    tenants
        .find(tenant)
        .ifPresent(found ->
            team.requireSeat(
                invitations.list(tenant).size(), Plans.defaults().of(found.plan()).seats()));
  }

  @Override
  public SharedBuckets buckets() {
    return buckets;
  }

  /** The chain, for tests to forge. */
  InMemoryAudit forgeableAudit() {
    return audit;
  }

  @Override
  public void check() {
    // The heap always answers.
  }
}
