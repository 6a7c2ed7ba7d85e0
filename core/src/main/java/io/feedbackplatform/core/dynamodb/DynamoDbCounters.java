package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.analytics.CountedEvent;
import io.feedbackplatform.core.analytics.Counters;
import io.feedbackplatform.core.analytics.OutOfTime;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Counts in transactions that hold the changed counters and the ledger's pages that name the
 * events, so that an event and its effect are written together or not at all. What the pages name
 * already is left out; a page that somebody else has written to meanwhile cancels the transaction,
 * and all is read again.
 */
final class DynamoDbCounters implements Counters {

  /** Twice as long as a stream can deliver an event again (24 hours). */
  private static final Duration LEDGER_RETENTION = Duration.ofHours(48);

  /** Every batch of a tenant changes its total, so that batches of several shards often collide. */
  private static final int MOST_ATTEMPTS = 8;

  /** The least of the service's own faults (RFC 9110, section 15.6). */
  private static final int FAULT = 500;

  /** Why a transaction is cancelled that may succeed later (API_TransactWriteItems). */
  private static final Set<String> PASSING =
      Set.of(
          "None",
          "ConditionalCheckFailed",
          "TransactionConflict",
          "ProvisionedThroughputExceeded",
          "ThrottlingError");

  private final DynamoDbTable table;
  private final Clock clock;
  private final Backoff backoff;

  DynamoDbCounters(DynamoDbTable table, Clock clock, Backoff backoff) {
    this.table = table;
    this.clock = clock;
    this.backoff = backoff;
  }

  @Override
  public void count(
      TenantId tenant,
      List<CountedEvent> events,
      BooleanSupplier hasTime,
      Consumer<String> counted) {
    var uncounted = new Uncounted(events, counted);
    int attempt = 1;
    while (!uncounted.isEmpty()) {
      try {
        requireTime(hasTime);
        var ledger = Ledger.read(table, tenant, uncounted.entries());
        uncounted.leaveOutWhatIsOn(ledger);
        while (!uncounted.isEmpty()) {
          requireTime(hasTime);
          countFirst(tenant, uncounted, ledger);
          attempt = 1;
        }
      } catch (SdkException failure) {
        if (!passes(failure) || !hasTime.getAsBoolean()) {
          throw failure;
        }
        backoff.pauseOrThrow(attempt, MOST_ATTEMPTS, failure);
        attempt++;
      }
    }
  }

  private static void requireTime(BooleanSupplier hasTime) {
    if (!hasTime.getAsBoolean()) {
      throw new OutOfTime();
    }
  }

  private void countFirst(TenantId tenant, Uncounted uncounted, Ledger ledger) {
    var transaction = CountingTransaction.ofFirst(uncounted.entries(), ledger);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var actions = transaction.actions(tenant, table.name(), now, now.plus(LEDGER_RETENTION));
    try {
      table.client().transactWriteItems(request -> request.transactItems(actions));
    } catch (SdkException failure) {
      if (!isRefusal(failure)) {
        uncounted.unanswered(transaction.events());
      }
      throw failure;
    }
    transaction.noteWritten();
    uncounted.counted(transaction.events());
  }

  /** Whether the service says that it did nothing; any other failure may come after the effect. */
  private static boolean isRefusal(SdkException failure) {
    return failure instanceof SdkServiceException service && service.statusCode() < FAULT;
  }

  /** After a time-out nobody knows whether the events are counted; the ledger tells. */
  private static boolean passes(SdkException failure) {
    return switch (failure) {
      case TransactionCanceledException canceled ->
          canceled.cancellationReasons().stream()
              .allMatch(reason -> reason.code() == null || PASSING.contains(reason.code()));
      case SdkServiceException service ->
          service.isThrottlingException() || service.statusCode() >= FAULT;
      default -> failure instanceof SdkClientException;
    };
  }
}
