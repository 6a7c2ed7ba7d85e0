package io.feedbackplatform.core.dynamodb;

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
import io.feedbackplatform.core.operator.OperatorGrants;
import io.feedbackplatform.core.operator.Provisioning;
import io.feedbackplatform.core.operator.TenantRegister;
import io.feedbackplatform.core.operator.TenantRemovals;
import io.feedbackplatform.core.quota.Notices;
import io.feedbackplatform.core.recount.Fences;
import io.feedbackplatform.core.recount.RecountOrders;
import io.feedbackplatform.core.recount.RecountStore;
import io.feedbackplatform.core.site.SiteKeys;
import io.feedbackplatform.core.site.Sites;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Tenants;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Storage on the DynamoDB tables that {@link TableLayout} describes. Safe for use by many threads.
 */
public final class DynamoDbStorage implements Storage {

  private final DynamoDbTable tenantsTable;
  private final DynamoDbTable feedbackTable;
  private final DynamoDbTable analyticsTable;
  private final DynamoDbTenants tenants;
  private final FeedbackStore feedback;
  private final AuditedWrites auditedWrites;
  private final DynamoDbSeats seats;
  private final DynamoDbMembers members;
  private final DynamoDbInvitations invitations;
  private final Clock clock;
  private final Backoff backoff = new Backoff(Duration.ofMillis(50));

  /** With the plans as they are shipped. */
  public DynamoDbStorage(DynamoDbClient client, TableNames names, Clock clock) {
    this(client, names, clock, Plans.defaults());
  }

  public DynamoDbStorage(DynamoDbClient client, TableNames names, Clock clock, Plans plans) {
    this.tenantsTable = new DynamoDbTable(client, names.tenants());
    this.feedbackTable = new DynamoDbTable(client, names.feedback());
    this.analyticsTable = new DynamoDbTable(client, names.analytics());
    this.auditedWrites = new AuditedWrites(tenantsTable, new Backoff(Duration.ofMillis(10)));
    this.tenants = new DynamoDbTenants(tenantsTable, auditedWrites, clock);
    this.feedback =
        new DynamoDbFeedbackStore(feedbackTable, tenantsTable, tenants, auditedWrites, clock);
    this.seats = new DynamoDbSeats(tenantsTable, tenants, plans, clock);
    this.members = new DynamoDbMembers(tenantsTable, auditedWrites, seats, clock);
    this.invitations =
        new DynamoDbInvitations(tenantsTable, tenants, members, auditedWrites, seats, clock);
    this.clock = clock;
  }

  @Override
  public Tenants tenants() {
    return tenants;
  }

  @Override
  public Sites sites() {
    return new DynamoDbSites(tenantsTable, tenants, auditedWrites, clock);
  }

  @Override
  public SiteKeys siteKeys() {
    return new DynamoDbSiteKeys(tenantsTable, auditedWrites, clock);
  }

  @Override
  public ApiKeys apiKeys() {
    return new DynamoDbApiKeys(tenantsTable, auditedWrites);
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
    return new DynamoDbProvisioning(tenantsTable, tenants, members, invitations, auditedWrites);
  }

  @Override
  public TenantRegister tenantRegister() {
    return new DynamoDbTenantRegister(tenantsTable);
  }

  @Override
  public OperatorGrants operatorGrants() {
    return new DynamoDbOperatorGrants(tenantsTable, tenants, auditedWrites, clock);
  }

  /** For the one process that may remove tenants; no request can. */
  public TenantRemovals tenantRemovals() {
    return new DynamoDbTenantRemovals(feedbackTable, analyticsTable, tenantsTable, clock);
  }

  @Override
  public Audit audit() {
    return new DynamoDbAudit(tenantsTable);
  }

  @Override
  public FeedbackStore feedback() {
    return feedback;
  }

  @Override
  public OpenedForms openedForms() {
    return new DynamoDbOpenedForms(feedbackTable, tenants);
  }

  @Override
  public AnalyticsStore analytics() {
    return new DynamoDbAnalyticsStore(analyticsTable);
  }

  @Override
  public Counters counters() {
    return new DynamoDbCounters(analyticsTable, clock, backoff);
  }

  @Override
  public Fences fences() {
    return new DynamoDbFences(feedbackTable, analyticsTable, tenants, clock);
  }

  @Override
  public RecountStore recounts() {
    return recounts(analyticsTable.client());
  }

  /**
   * @param paced for what is read at a pace; it should try once, so that each refusal slows it down
   */
  public RecountStore recounts(DynamoDbClient paced) {
    return new DynamoDbRecountStore(feedbackTable, analyticsTable, paced, tenants, clock);
  }

  @Override
  public RecountOrders recountOrders() {
    return new DynamoDbRecountOrders(analyticsTable, tenants, auditedWrites, clock);
  }

  @Override
  public Notices notices() {
    return new DynamoDbNotices(tenantsTable);
  }

  @Override
  public SharedBuckets buckets() {
    return new DynamoDbBuckets(tenantsTable);
  }

  @Override
  public void check() {
    tenantsTable.get(new Key("HEALTH", "-"));
  }
}
