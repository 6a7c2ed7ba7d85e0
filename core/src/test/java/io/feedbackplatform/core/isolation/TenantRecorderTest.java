package io.feedbackplatform.core.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.ExecuteStatementRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.ScanRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Each request is made in a call for one tenant, once for itself and once for another. */
class TenantRecorderTest {

  private static final TenantId OWN = TenantId.random();
  private static final TenantId OTHER = TenantId.random();

  private final TenantRecorder recorder = new TenantRecorder();

  static Stream<List<SdkRequest>> requests() {
    return Stream.of(
        pair(pk -> GetItemRequest.builder().key(key(pk)).build()),
        pair(pk -> PutItemRequest.builder().item(key(pk)).build()),
        pair(pk -> UpdateItemRequest.builder().key(key(pk)).build()),
        pair(pk -> DeleteItemRequest.builder().key(key(pk)).build()),
        pair(pk -> query("pk = :pk AND begins_with(sk, :sk)", pk)),
        pair(pk ->
            BatchGetItemRequest.builder()
                .requestItems(
                    Map.of("t", KeysAndAttributes.builder().keys(key(own("F#0")), key(pk)).build()))
                .build()),
        pair(pk ->
            BatchWriteItemRequest.builder()
                .requestItems(
                    Map.of(
                        "t",
                        List.of(
                            WriteRequest.builder().putRequest(put -> put.item(key(pk))).build())))
                .build()),
        pair(pk ->
            TransactGetItemsRequest.builder()
                .transactItems(item -> item.get(get -> get.key(key(pk))))
                .build()),
        pair(pk ->
            TransactWriteItemsRequest.builder()
                .transactItems(item -> item.put(put -> put.item(key(pk))))
                .build()),
        pair(pk ->
            TransactWriteItemsRequest.builder()
                .transactItems(
                    item -> item.delete(put -> put.key(key(own("")))),
                    item -> item.conditionCheck(check -> check.key(key(pk))))
                .build()),
        pair(pk ->
            TransactWriteItemsRequest.builder()
                .transactItems(item -> item.update(update -> update.key(key(pk))))
                .build()));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void reportsTheOtherTenantAndNotTheOwn(List<SdkRequest> ownAndOther) {
    send(ownAndOther.getFirst());
    assertThat(recorder.faults()).isEmpty();

    send(ownAndOther.getLast());
    assertThat(recorder.faults()).singleElement().asString().contains(OTHER.value());
  }

  static Stream<SdkRequest> strays() {
    return Stream.of(
        ScanRequest.builder().tableName("feedback").build(),
        ExecuteStatementRequest.builder().statement("SELECT * FROM feedback").build(),
        query("pk = :pk", "K#fbpk_x"),
        query("pk = :pk", "O#https://shop.example"),
        query("pk = :pk", "T#" + OWN),
        query("pk = :pk", own("").toLowerCase(Locale.ROOT)),
        query("#pk = :pk", own("")),
        query("userId = :pk", own("")).toBuilder().indexName("memberships").build(),
        GetItemRequest.builder().key(key("HEALTH")).build(),
        PutItemRequest.builder()
            .item(Map.of("pk", text(own("")), "sk", text("-"), "tenantId", text(OTHER.value())))
            .build());
  }

  @ParameterizedTest
  @MethodSource("strays")
  void reportsWhatIsOfNoTenant(SdkRequest stray) {
    send(stray);

    assertThat(recorder.faults()).hasSize(1);
  }

  @Test
  void opensALookUpToTheCallsThatNeedItOnly() {
    var storage =
        WatchedStorage.of(
            new InMemoryStorage(Clock.systemUTC()),
            call -> recorder.record(GetItemRequest.builder().key(key("K#fbpk_x")).build()));

    storage.siteKeys().find(SiteKey.random());
    assertThat(recorder.lookUps()).isEqualTo(1);
    assertThat(recorder.faults()).isEmpty();

    storage.sites().list(OWN);
    assertThat(recorder.faults()).singleElement().asString().contains("Sites.list");
  }

  @Test
  void letsACredentialLeadToOneTenant() {
    lookUp("AK#x", own(""), own(""));
    assertThat(recorder.faults()).isEmpty();

    lookUp("AK#x", own(""), "T#" + OTHER + "#");
    assertThat(recorder.faults()).singleElement().asString().contains("leaves the tenant");

    lookUp(own(""));
    assertThat(recorder.faults()).hasSize(2);
  }

  private void lookUp(String... partitions) {
    WatchedStorage.of(
            new InMemoryStorage(Clock.systemUTC()),
            call ->
                Stream.of(partitions)
                    .forEach(pk -> recorder.record(GetItemRequest.builder().key(key(pk)).build())))
        .apiKeys()
        .lookUp(ApiKeyId.random());
  }

  @Test
  void reportsWhatIsAskedOutsideOfAnyCall() {
    recorder.record(GetItemRequest.builder().key(key(own(""))).build());

    assertThat(recorder.faults()).singleElement().asString().contains("outside of any call");
  }

  /** As in a call for the own tenant. */
  private void send(SdkRequest request) {
    var storage =
        WatchedStorage.of(
            new InMemoryStorage(Clock.systemUTC()),
            call -> {
              if (call.name().equals("FeedbackStore.find")) {
                recorder.record(request);
              }
            });
    storage.tenants().create(TestObjects.tenant());
    storage.feedback().find(OWN, FeedbackId.next());
  }

  private static List<SdkRequest> pair(Function<String, SdkRequest> request) {
    return List.of(request.apply(own("F#0")), request.apply("T#" + OTHER + "#F#0"));
  }

  private static QueryRequest query(String condition, String partition) {
    return QueryRequest.builder()
        .keyConditionExpression(condition)
        .expressionAttributeValues(Map.of(":pk", text(partition), ":sk", text("S")))
        .build();
  }

  private static String own(String rest) {
    return "T#" + OWN + "#" + rest;
  }

  private static Map<String, AttributeValue> key(String partition) {
    return Map.of("pk", text(partition), "sk", text("-"));
  }

  private static AttributeValue text(String value) {
    return AttributeValue.fromS(value);
  }
}
