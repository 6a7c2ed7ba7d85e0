package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.tenant.TenantId;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;

/**
 * Credentials for each request by itself: some that open the partitions of the tenant in {@link
 * TenantScope} and of no other, and the process's own where there is none.
 *
 * @param own what the look-ups of credentials are made with
 */
public record TenantCredentials(
    AwsCredentialsProvider own, Function<TenantId, AwsCredentialsProvider> ofTenants)
    implements AwsCredentialsProvider {

  @Override
  public AwsCredentials resolveCredentials() {
    return TenantScope.current().map(ofTenants).orElse(own).resolveCredentials();
  }
}
