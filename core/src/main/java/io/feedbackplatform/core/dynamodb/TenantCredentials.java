package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * Signs each request with credentials that open the partitions of the tenant in {@link TenantScope}
 * and of no other, and with the client's own where there is none.
 */
public final class TenantCredentials implements ExecutionInterceptor {

  /** The tenant of a query whose later pages are read when the call of the port is over. */
  private static final ExecutionAttribute<TenantId> TENANT = new ExecutionAttribute<>("Tenant");

  private final Function<TenantId, AwsCredentialsProvider> credentials;

  public TenantCredentials(Function<TenantId, AwsCredentialsProvider> credentials) {
    this.credentials = credentials;
  }

  /** What a query needs so that each of its pages is read for the tenant of the present call. */
  static AwsRequestOverrideConfiguration ofThisCall() {
    var configuration = AwsRequestOverrideConfiguration.builder();
    TenantScope.current().ifPresent(tenant -> configuration.putExecutionAttribute(TENANT, tenant));
    return configuration.build();
  }

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    return Optional.ofNullable(attributes.getAttribute(TENANT))
        .or(TenantScope::current)
        .<SdkRequest>map(
            tenant -> signed((AwsRequest) context.request(), credentials.apply(tenant)))
        .orElseGet(context::request);
  }

  private static AwsRequest signed(AwsRequest request, AwsCredentialsProvider provider) {
    var configuration =
        request
            .overrideConfiguration()
            .map(AwsRequestOverrideConfiguration::toBuilder)
            .orElseGet(AwsRequestOverrideConfiguration::builder)
            .credentialsProvider(provider)
            .build();
    return request.toBuilder().overrideConfiguration(configuration).build();
  }
}
