package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.problem.Unavailability;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Throttled, out of order, or out of reach. */
final class AwsUnavailability implements Unavailability {

  /**
   * Reasons of a cancelled transaction that pass by themselves (API_TransactWriteItems). A
   * condition that gets this far is that of a writer whom others overtook again and again.
   */
  private static final Set<String> PASSING =
      Set.of(
          "ThrottlingError",
          "ProvisionedThroughputExceeded",
          "TransactionConflict",
          "ConditionalCheckFailed");

  @Override
  public boolean isMeantBy(Throwable failure) {
    return switch (failure) {
      case TransactionCanceledException canceled ->
          canceled.cancellationReasons().stream()
              .anyMatch(reason -> PASSING.contains(reason.code()));
      case AwsServiceException answered ->
          answered.isThrottlingException() || answered.statusCode() >= 500;
      case SdkClientException unanswered -> true;
      default -> false;
    };
  }
}
