package io.feedbackplatform.api.server;

import io.feedbackplatform.api.testing.PlentyOfRequests;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.core.apikey.Peppers;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.ForgedAudit;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsRecountQueue;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The API as it runs for real, beside the storage that it works on. */
public final class RealApi implements AutoCloseable {

  private static final TableNames TABLES = TableNames.ofStage("api-it");

  private static final String PEPPER = "cGVwcGVyLXBlcHBlci1wZXBwZXItcGVwcGVyLTAxMjM=";

  /** Under which the API hashes the secrets of keys. */
  public static final Peppers PEPPERS = new Peppers(List.of(Base64.getDecoder().decode(PEPPER)));

  private final RunningApi api;
  private final Storage storage;

  private RealApi(RunningApi api, Storage storage) {
    this.api = api;
    this.storage = storage;
  }

  /** Starts the API with DynamoDB and an issuer. */
  public static RealApi start(String issuer) {
    return start(ApiLauncher.ofClassPath(), issuer);
  }

  /** The same, however it is to be started. */
  public static RealApi start(ApiLauncher launcher, String issuer) {
    return launch(launcher, issuer, LocalDynamoDb.shared().endpoint());
  }

  /** Starts the API where there is no DynamoDB. */
  static RealApi startWithoutStorage() {
    return launch(
        ApiLauncher.ofClassPath(), "https://issuer.example", URI.create("http://localhost:1"));
  }

  private static RealApi launch(ApiLauncher launcher, String issuer, URI dynamoDb) {
    var client = LocalDynamoDb.shared().client();
    LocalDynamoDb.createTables(client, TABLES);
    var environment = new HashMap<>(TABLES.toEnvironment());
    environment.put("AWS_REGION", LocalDynamoDb.REGION.id());
    environment.put("AWS_ACCESS_KEY_ID", LocalDynamoDb.CREDENTIALS.accessKeyId());
    environment.put("AWS_SECRET_ACCESS_KEY", LocalDynamoDb.CREDENTIALS.secretAccessKey());
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    environment.put("FEEDBACK_ISSUER_URI", issuer);
    environment.put("FEEDBACK_CLIENT_IDS", TestIssuer.CLIENT_ID);
    environment.put("FEEDBACK_CURSOR_SECRET", "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
    environment.put("FEEDBACK_KEY_PEPPER", PEPPER);
    environment.put("FEEDBACK_PLANS", PlentyOfRequests.PLANS);
    environment.put("FEEDBACK_PUBLIC_URL", "https://api.example/prod");
    environment.put("AWS_ENDPOINT_URL_SQS", LocalSqs.shared().endpoint().toString());
    environment.put(SqsRecountQueue.QUEUE_VARIABLE, LocalSqs.shared().queue("recounts"));
    return new RealApi(launcher.launch(environment), storage(client));
  }

  private static Storage storage(DynamoDbClient client) {
    var plans = Plans.changed(PlentyOfRequests.PLANS);
    return new DynamoDbStorage(client, TABLES, Clock.systemUTC(), plans);
  }

  public HttpCalls calls() {
    return new HttpCalls(api.url());
  }

  public URI url() {
    return api.url();
  }

  /** What the API works on, at another time. */
  public static Storage storageAt(Clock clock) {
    return new DynamoDbStorage(LocalDynamoDb.shared().client(), TABLES, clock);
  }

  /** What the API works on, for what no endpoint does. */
  public Storage storage() {
    return storage;
  }

  /** Spoils an entry of the audit, as nobody can by the API. */
  static void ruinAudit(TenantId tenant, long sequence) {
    new ForgedAudit(LocalDynamoDb.shared().client(), TABLES.tenants()).ruin(tenant, sequence);
  }

  @Override
  public void close() {
    api.close();
  }
}
