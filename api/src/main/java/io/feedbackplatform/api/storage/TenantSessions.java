package io.feedbackplatform.api.storage;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.function.Function;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.auth.StsAssumeRoleCredentialsProvider;

/**
 * Sessions of the role that reaches tenants' data, each tagged with the one tenant whose it
 * reaches: what the role's policy calls {@code aws:PrincipalTag/tenant}. A session is had from STS
 * once and renewed a minute before its end.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html">Session
 *     tags</a>
 */
final class TenantSessions implements Function<TenantId, AwsCredentialsProvider> {

  static final String TAG = "tenant";

  private static final int MOST_TENANTS = 10_000;
  private static final Duration LENGTH = Duration.ofHours(1);

  private final StsClient sts;
  private final String role;
  private final LoadingCache<TenantId, StsAssumeRoleCredentialsProvider> sessions =
      Caffeine.newBuilder()
          .maximumSize(MOST_TENANTS)
          .expireAfterAccess(LENGTH)
          .build(this::session);

  /**
   * @param role the name (ARN) of the role
   */
  TenantSessions(StsClient sts, String role) {
    this.sts = sts;
    this.role = role;
  }

  @Override
  public AwsCredentialsProvider apply(TenantId tenant) {
    return sessions.get(tenant);
  }

  private StsAssumeRoleCredentialsProvider session(TenantId tenant) {
    return StsAssumeRoleCredentialsProvider.builder()
        .stsClient(sts)
        .refreshRequest(request ->
            request
                .roleArn(role)
                .roleSessionName(TAG + "-" + tenant)
                .durationSeconds((int) LENGTH.toSeconds())
                .tags(tag -> tag.key(TAG).value(tenant.value())))
        .build();
  }
}
