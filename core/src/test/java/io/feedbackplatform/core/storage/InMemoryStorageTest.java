package io.feedbackplatform.core.storage;

import org.junit.jupiter.api.Nested;

class InMemoryStorageTest {

  @Nested
  class TenantsTest extends TenantsContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class SitesTest extends SitesContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class ApiKeysTest extends ApiKeysContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class MembersTest extends MembersContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class FeedbackStoreTest extends FeedbackStoreContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }

  @Nested
  class AnalyticsTest extends AnalyticsContract {
    @Override
    protected Storage storage() {
      return new InMemoryStorage(clock);
    }
  }
}
