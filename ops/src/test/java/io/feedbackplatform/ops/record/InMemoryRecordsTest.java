package io.feedbackplatform.ops.record;

class InMemoryRecordsTest extends RecordsContract {

  @Override
  Records records() {
    return new InMemoryRecords();
  }
}
