package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.problem.Unavailability;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Throttled, out of order, or out of reach. */
final class AwsUnavailability implements Unavailability {

  @Override
  public boolean isMeantBy(Throwable failure) {
    return switch (failure) {
      case AwsServiceException answered ->
          answered.isThrottlingException() || answered.statusCode() >= 500;
      case SdkClientException unanswered -> true;
      default -> false;
    };
  }
}
