package io.feedbackplatform.ops.function;

import io.feedbackplatform.ops.function.VersionState.Activity;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.AliasRoutingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionConfigurationResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.lambda.model.SnapStartApplyOn;
import software.amazon.awssdk.services.lambda.model.SnapStartOptimizationStatus;
import software.amazon.awssdk.services.lambda.model.TooManyRequestsException;

/** A function in AWS Lambda, and one of its aliases. */
public final class LambdaFunctions implements Functions {

  /** The api's own limit (29 s) and a little. */
  private static final Duration CALL = Duration.ofSeconds(31);

  private static final String LATEST = "$LATEST";

  private final LambdaClient client;
  private final String function;
  private final String alias;

  public LambdaFunctions(LambdaClient client, String function, String alias) {
    this.client = client;
    this.function = function;
    this.alias = alias;
  }

  @Override
  public AliasState alias() {
    var found = client.getAlias(request -> request.functionName(function).name(alias));
    if (found.functionVersion().equals(LATEST)) {
      return new AliasState(new AliasState.Traffic.Latest(), found.revisionId());
    }
    var versions = new TreeSet<PublishedVersion>();
    versions.add(PublishedVersion.parse(found.functionVersion()));
    var weights =
        found.routingConfig() == null
            ? Map.<String, Double>of()
            : found.routingConfig().additionalVersionWeights();
    // A weight of nothing counts too: only an alias without weights is at rest.
    weights.keySet().forEach(version -> versions.add(PublishedVersion.parse(version)));
    return new AliasState(
        versions.size() > 1
            ? new AliasState.Traffic.Split(versions)
            : new AliasState.Traffic.One(versions.first()),
        found.revisionId());
  }

  @Override
  public Optional<VersionState> version(PublishedVersion version) {
    try {
      var found =
          client.getFunctionConfiguration(
              request -> request.functionName(function).qualifier(version.toString()));
      return Optional.of(new VersionState(activity(found), settled(found), found.codeSha256()));
    } catch (ResourceNotFoundException none) {
      return Optional.empty();
    }
  }

  private static Activity activity(GetFunctionConfigurationResponse found) {
    return switch (found.state()) {
      case ACTIVE -> Activity.ACTIVE;
      case PENDING -> Activity.PENDING;
      case INACTIVE -> Activity.INACTIVE;
      case FAILED,
          DEACTIVATING,
          DEACTIVATED,
          ACTIVE_NON_INVOCABLE,
          DELETING,
          UNKNOWN_TO_SDK_VERSION ->
          Activity.UNUSABLE;
    };
  }

  private static boolean settled(GetFunctionConfigurationResponse found) {
    var snapshot = found.snapStart();
    var ready =
        snapshot == null
            || snapshot.applyOn() != SnapStartApplyOn.PUBLISHED_VERSIONS
            || snapshot.optimizationStatus() == SnapStartOptimizationStatus.ON;
    return found.lastUpdateStatus() == LastUpdateStatus.SUCCESSFUL && ready;
  }

  /** Whatever goes wrong with a call is an answer about the version, not a failure of ours. */
  @Override
  public ApiAnswer call(PublishedVersion version, ApiRequest request) {
    try {
      var answer =
          client.invoke(invocation ->
              invocation
                  .functionName(function)
                  .qualifier(version.toString())
                  .payload(SdkBytes.fromByteArrayUnsafe(ApiGatewayEvents.event(request)))
                  .overrideConfiguration(
                      limits -> limits.apiCallAttemptTimeout(CALL).apiCallTimeout(CALL)));
      var payload = answer.payload().asByteArrayUnsafe();
      return answer.functionError() == null
          ? ApiGatewayEvents.answer(payload)
          : new ApiAnswer.Broken("the function failed: " + ApiGatewayEvents.start(payload));
    } catch (TooManyRequestsException throttled) {
      return new ApiAnswer.Throttled();
    } catch (SdkException failure) {
      return new ApiAnswer.Broken("no answer: " + failure.getMessage());
    }
  }

  @Override
  public boolean point(PublishedVersion version, String revisionId) {
    try {
      client.updateAlias(request ->
          request
              .functionName(function)
              .name(alias)
              .functionVersion(version.toString())
              .revisionId(revisionId)
              .routingConfig(
                  AliasRoutingConfiguration.builder().additionalVersionWeights(Map.of()).build()));
      return true;
    } catch (PreconditionFailedException changedMeanwhile) {
      return false;
    }
  }
}
