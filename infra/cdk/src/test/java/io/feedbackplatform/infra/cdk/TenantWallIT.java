package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.ForgedAudit;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.dynamodb.TenantCredentials;
import io.feedbackplatform.core.dynamodb.TenantScope;
import io.feedbackplatform.core.isolation.ItemAccess;
import io.feedbackplatform.core.isolation.WatchedStorage;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.storage.StorageContracts;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The rights that the platform installs let the storage do all that it does, each call of it with
 * the credentials that it really signs by, and let it do none of that to another tenant.
 */
class TenantWallIT extends StorageContracts {

  private static final TableNames NAMES = TableNames.ofStage("prod");
  private static final String OWN = "own";
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:account:table/";
  private static final Inspection API = inspection("feedback-api-prod");
  private static final Inspection WORKERS =
      Inspection.of(Layout.ECONOMY.template("feedback-workers-prod"));

  /** What is called by workers, which serve all tenants. */
  private static final Map<String, String> WORKERS_CALLS =
      Map.of(
          "Counters", "feedback-aggregate-prod",
          "FeedbackStore.assess", "feedback-assess-prod",
          "Fences.pass", "feedback-aggregate-prod",
          "Fences", "feedback-recount-tenants-prod",
          "RecountStore", "feedback-recount-tenants-prod",
          "RecountOrders.start", "feedback-recount-prod");

  private static final ThreadLocal<String> CALL = new ThreadLocal<>();
  private static final Set<String> REFUSED = new ConcurrentSkipListSet<>();
  private static final Set<String> OPEN_TO_OTHERS = new ConcurrentSkipListSet<>();
  private static final Set<String> USED = new ConcurrentSkipListSet<>();
  private static final LongAdder ALLOWED = new LongAdder();
  private static final LongAdder KEPT_FROM_OTHERS = new LongAdder();
  private static final Map<String, AccessPolicy> POLICIES = new ConcurrentHashMap<>();

  private static DynamoDbClient client;
  private static ForgedAudit audit;

  @BeforeAll
  static void createTables() {
    var local = LocalDynamoDb.shared();
    try (var administrator = local.client()) {
      LocalDynamoDb.createTables(administrator, NAMES);
    }
    audit = new ForgedAudit(local.client(), NAMES.tenants());
    client =
        local
            .clientBuilder()
            .credentialsProvider(
                new TenantCredentials(signer(OWN), tenant -> signer(tenant.value())))
            .overrideConfiguration(
                configuration -> configuration.addExecutionInterceptor(new Judge()))
            .build();
  }

  @AfterAll
  static void allowedWhatIsNeededAndNoMore() {
    System.out.printf(
        "%,d accesses allowed, %d kinds refused; %,d of tenants' data refused to another, %d kinds allowed%n",
        ALLOWED.sum(), REFUSED.size(), KEPT_FROM_OTHERS.sum(), OPEN_TO_OTHERS.size());
    assertThat(REFUSED).as("rights that are missing").isEmpty();
    assertThat(OPEN_TO_OTHERS).isEmpty();
    assertThat(granted()).as("rights that nothing needs").isSubsetOf(USED);
    assertThat(KEPT_FROM_OTHERS.sum()).isGreaterThan(1_000);
  }

  private static List<String> granted() {
    return Stream.of(API.roleOf("feedback-api-prod"), tenantRole())
        .flatMap(role -> API.permissionsOfRole(role).stream())
        .filter(line -> line.contains("dynamodb:"))
        .map(line -> line.replace("Allow ", ""))
        .toList();
  }

  @Override
  protected Storage at(MutableClock clock) {
    return WatchedStorage.of(
        TenantScope.bind(new DynamoDbStorage(client, NAMES, clock)), call -> CALL.set(call.name()));
  }

  @Override
  protected void forge(Storage storage, TenantId of, long sequence, @Nullable AuditEntry entry) {
    audit.forge(of, sequence, entry);
  }

  @Override
  protected void forge(Storage storage, TenantId of, AuditHead head) {
    audit.forge(of, head);
  }

  @Nested
  class RightsIT {

    private final TenantId tenant = TenantId.random();
    private final String own = "T#" + tenant + "#";
    private final String foreign = "T#" + TenantId.random() + "#";
    private final AccessPolicy policy = policy(OWN_TENANT, tenant.value());

    @Test
    void areForTheOwnKeyOnly() {
      assertThat(may("dynamodb:GetItem", "", own)).isTrue();
      assertThat(may("dynamodb:GetItem", "", foreign)).isFalse();
      assertThat(may("dynamodb:GetItem", "", "T#" + tenant)).isFalse();
      assertThat(may("dynamodb:GetItem", "", "T#" + tenant + "X#")).isFalse();
      assertThat(may("dynamodb:GetItem", "", " " + own)).isFalse();
    }

    @Test
    void areNotForOneForeignKeyAmongOwnOnes() {
      assertThat(may("dynamodb:BatchGetItem", "", own, own + "I#1")).isTrue();
      assertThat(may("dynamodb:BatchGetItem", "", own, foreign)).isFalse();
    }

    @Test
    void areNotForWhatNamesNoKey() {
      assertThat(may("dynamodb:Query", "")).isFalse();
      assertThat(may("dynamodb:Scan", "")).isFalse();
      assertThat(may("dynamodb:Query", "/index/memberships", "ada")).isFalse();
      assertThat(may("dynamodb:PartiQLSelect", "", own)).isFalse();
    }

    @Test
    void openNoTenantWithoutATag() {
      var untagged = policy(OWN_TENANT, "");
      assertThat(untagged.allows("dynamodb:GetItem", TABLE + NAMES.tenants(), Set.of(own)))
          .isFalse();
      var lookUps = policy(OWN, "");
      assertThat(lookUps.allows("dynamodb:GetItem", TABLE + NAMES.tenants(), Set.of("K#fbpk_x")))
          .isTrue();
      assertThat(lookUps.allows("dynamodb:GetItem", TABLE + NAMES.tenants(), Set.of(own)))
          .isFalse();
    }

    private boolean may(String action, String part, String... leadingKeys) {
      return policy.allows(action, TABLE + NAMES.tenants() + part, Set.of(leadingKeys));
    }
  }

  private static final String OWN_TENANT = "tenant";

  /** Of the look-ups' role, or of the tenants' role in a session for one of them. */
  private static AccessPolicy policy(String role, String tag) {
    return AccessPolicy.of(
        API, role.equals(OWN) ? API.roleOf("feedback-api-prod") : tenantRole(), tag);
  }

  private static String tenantRole() {
    return API.properties("AWS::IAM::Role").keySet().stream()
        .filter(id -> id.contains("TenantRole"))
        .findAny()
        .orElseThrow();
  }

  private static Inspection inspection(String stack) {
    return Inspection.of(Layout.STANDARD.template(stack));
  }

  private static StaticCredentialsProvider signer(String key) {
    return StaticCredentialsProvider.create(AwsBasicCredentials.create(key, "secret"));
  }

  /** Sees what is sent, with the credentials that it is sent with. */
  private static final class Judge implements ExecutionInterceptor {

    private static final Pattern KEY = Pattern.compile("Credential=(\\w+)/");

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      var header = context.httpRequest().firstMatchingHeader("Authorization").orElseThrow();
      var key = KEY.matcher(header);
      assertThat(key.find()).isTrue();
      for (var access : ItemAccess.in(context.request()).orElseThrow()) {
        judge(access, key.group(1));
      }
    }

    private static void judge(ItemAccess access, String signer) {
      var call = CALL.get();
      var worker =
          WORKERS_CALLS.getOrDefault(call, WORKERS_CALLS.get(call.substring(0, call.indexOf('.'))));
      var resource =
          TABLE + access.table() + (access.index() == null ? "" : "/index/" + access.index());
      var keys = Set.of(access.partition());
      var policy =
          worker == null
              ? POLICIES.computeIfAbsent(
                  signer, key -> policy(key.equals(OWN) ? OWN : OWN_TENANT, key))
              : POLICIES.computeIfAbsent(
                  worker, name -> AccessPolicy.of(WORKERS, WORKERS.roleOf(name), ""));
      if (policy.allows(access.action(), resource, keys)) {
        ALLOWED.increment();
        USED.add(access.action() + " " + resource);
      } else {
        REFUSED.add(
            call + " needs " + access.action() + " on " + resource + " " + signer(signer, access));
      }
      if (worker == null && access.partition().startsWith("T#")) {
        var other = policy(OWN_TENANT, TenantId.random().value());
        if (other.allows(access.action(), resource, keys)
            || policy(OWN, "").allows(access.action(), resource, keys)) {
          OPEN_TO_OTHERS.add(call + " " + access);
        } else {
          KEPT_FROM_OTHERS.increment();
        }
      }
    }

    private static String signer(String signer, ItemAccess access) {
      var partition = access.partition().replaceAll("[0-9A-Z]{26}", "<id>");
      return (signer.equals(OWN) ? "by itself" : "for a tenant")
          + " in "
          + partition.split("fbpk|https", 2)[0];
    }
  }
}
