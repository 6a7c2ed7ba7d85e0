package io.feedbackplatform.api.storage;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.feedbackplatform.api.settings.InvalidSetting;
import io.feedbackplatform.core.apikey.ApiKeyId;
import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.dynamodb.TenantCredentials;
import io.feedbackplatform.core.dynamodb.TenantScope;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.sts.StsClient;

class TenantSessionsTest {

  private static final String ROLE = "arn:aws:iam::123456789012:role/feedback-tenants";
  private static final TableNames TABLES = TableNames.ofStage("sessions");

  @RegisterExtension
  static final WireMockExtension STS =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  private final TenantId ada = TenantId.random();
  private final TenantId bob = TenantId.random();
  private final Signers signers = new Signers();
  private Storage storage;

  @BeforeEach
  void start() {
    try (var administrator = LocalDynamoDb.shared().client()) {
      if (administrator.listTables().tableNames().stream().noneMatch(TABLES.tenants()::equals)) {
        LocalDynamoDb.createTables(administrator, TABLES);
      }
    }
    for (var tenant : List.of(ada, bob)) {
      STS.stubFor(
          post(urlPathEqualTo("/"))
              .withRequestBody(containing("Tags.member.1.Key=tenant&"))
              .withRequestBody(containing("Tags.member.1.Value=" + tenant))
              .willReturn(aResponse().withBody(session(tenant))));
    }
    var sts =
        StsClient.builder()
            .region(LocalDynamoDb.REGION)
            .endpointOverride(URI.create(STS.baseUrl()))
            .credentialsProvider(StaticCredentialsProvider.create(LocalDynamoDb.CREDENTIALS))
            .build();
    var own = StaticCredentialsProvider.create(LocalDynamoDb.CREDENTIALS);
    var client =
        LocalDynamoDb.shared()
            .clientBuilder()
            .credentialsProvider(new TenantCredentials(own, new TenantSessions(sts, ROLE)))
            .overrideConfiguration(configuration -> configuration.addExecutionInterceptor(signers))
            .build();
    storage = TenantScope.bind(new DynamoDbStorage(client, TABLES, Clock.systemUTC()));
  }

  @Test
  void asksForATenantsDataWithASessionOfItsOwn() {
    storage.tenants().find(ada);
    storage.members().find(bob, new UserId("bob"));
    assertThat(storage.audit().entries(ada)).isEmpty();

    assertThat(signers.all()).containsExactly(keyOf(ada), keyOf(bob), keyOf(ada));
    STS.verify(1, assumed(ada));
    STS.verify(1, assumed(bob));
  }

  @Test
  void looksCredentialsUpWithItsOwn() {
    storage.apiKeys().lookUp(ApiKeyId.random());
    storage.check();

    assertThat(signers.all()).containsOnly(LocalDynamoDb.CREDENTIALS.accessKeyId());
    STS.verify(0, postRequestedFor(urlPathEqualTo("/")));
  }

  @Test
  void isUnavailableWhileThereAreNoSessions() {
    STS.stubFor(post(urlPathEqualTo("/")).willReturn(serverError()));

    var failure = catchThrowable(() -> storage.tenants().find(ada));

    assertThat(new AwsUnavailability().isMeantBy(failure)).isTrue();
    assertThat(signers.all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"feedback-tenants", "arn:aws:iam::1:role/x", "arn:aws:s3:::bucket"})
  void refusesARoleThatIsNone(String role) {
    assertThatThrownBy(() -> settings(role))
        .isInstanceOf(InvalidSetting.class)
        .hasMessageContaining("FEEDBACK_TENANT_ROLE");
    assertThat(settings(ROLE).tenantRole()).isEqualTo(ROLE);
    assertThat(settings("").tenantRole()).isNull();
  }

  private static StorageSettings settings(String role) {
    return StorageSettings.read(
        Map.of(
                "AWS_REGION", "eu-central-1",
                "FEEDBACK_TABLE_NAME", TABLES.feedback(),
                "ANALYTICS_TABLE_NAME", TABLES.analytics(),
                "TENANTS_TABLE_NAME", TABLES.tenants(),
                "FEEDBACK_TENANT_ROLE", role)
            ::get);
  }

  private static RequestPatternBuilder assumed(TenantId tenant) {
    return postRequestedFor(urlPathEqualTo("/"))
        .withRequestBody(containing("Action=AssumeRole"))
        .withRequestBody(
            containing("RoleArn=arn%3Aaws%3Aiam%3A%3A123456789012%3Arole%2Ffeedback-tenants"))
        .withRequestBody(containing("Tags.member.1.Value=" + tenant));
  }

  private static String keyOf(TenantId tenant) {
    return "ASIA" + tenant;
  }

  private static String session(TenantId tenant) {
    return """
    <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/">
      <AssumeRoleResult>
        <Credentials>
          <AccessKeyId>%s</AccessKeyId>
          <SecretAccessKey>secret</SecretAccessKey>
          <SessionToken>session</SessionToken>
          <Expiration>2099-01-01T00:00:00Z</Expiration>
        </Credentials>
      </AssumeRoleResult>
    </AssumeRoleResponse>
    """
        .formatted(keyOf(tenant));
  }

  /** By whose key each request was really signed. */
  private static final class Signers implements ExecutionInterceptor {

    private static final Pattern KEY = Pattern.compile("Credential=(\\w+)/");

    private final List<String> keys = new ArrayList<>();

    @Override
    public void beforeTransmission(
        Context.BeforeTransmission context, ExecutionAttributes attributes) {
      var header = context.httpRequest().firstMatchingHeader("Authorization").orElseThrow();
      var key = KEY.matcher(header);
      assertThat(key.find()).isTrue();
      keys.add(key.group(1));
    }

    List<String> all() {
      return keys;
    }
  }
}
