package io.feedbackplatform.core.parking;

class InMemoryParkedRecordsTest extends ParkedRecordsContract {

  @Override
  protected ParkedRecords empty() {
    return new InMemoryParkedRecords();
  }
}
