package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbStorageIT {

  private static final TableNames NAMES = TableNames.ofStage("storage-it");

  private static DynamoDbClient client;

  @BeforeAll
  static void createTables() {
    client = LocalDynamoDb.shared().client();
    LocalDynamoDb.createTables(client, NAMES);
  }

  private static Storage on(MutableClock clock) {
    return new DynamoDbStorage(client, NAMES, clock);
  }

  @Nested
  class TenantsIT extends TenantsContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class SitesIT extends SitesContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class ApiKeysIT extends ApiKeysContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class MembersIT extends MembersContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class FeedbackStoreIT extends FeedbackStoreContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }

  @Nested
  class AnalyticsIT extends AnalyticsContract {
    @Override
    protected Storage storage() {
      return on(clock);
    }
  }
}
