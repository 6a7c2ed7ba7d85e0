package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.sqs.SqsRecountQueue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LayerVersion;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.lambda.Tracing;
import software.amazon.awscdk.services.lambda.VersionOptions;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * The API behind the Web Adapter, as immutable versions, with an alias on the one that serves. A
 * version stays when the next comes: the way back leads there.
 */
final class ApiFunction extends Construct {

  /** The first size that has a whole processor, which start-up takes all of. */
  private static final int MEGABYTES = 1_769;

  /** Less than the 29 seconds of the gateway, whose own answer to that would know less. */
  private static final Duration TIMEOUT = Duration.seconds(28);

  private final Footing footing;
  private final Role tenantRole;
  private final Function function;
  private final Alias alias;

  /**
   * @param url where callers find the API, with the stage
   */
  ApiFunction(Construct scope, Place place, Path code, Identity identity, String url) {
    super(scope, "Function");
    footing = Footing.of(this, place.apiFunction());
    tenantRole = TenantRole.of(this, place.apiFunction(), footing.role());
    function = function(place, code, environment(place, identity, url));
    alias =
        Alias.Builder.create(this, "Live")
            .aliasName(Place.LIVE)
            .version(function.getCurrentVersion())
            .provisionedConcurrentExecutions(place.installation().provisionedConcurrency())
            .build();
  }

  private Function function(Place place, Path code, Map<String, String> environment) {
    var installation = place.installation();
    var builder =
        Function.Builder.create(this, "Function")
            .functionName(place.apiFunction())
            .description("Takes feedback and shows it")
            .runtime(Runtime.PROVIDED_AL2023)
            .architecture(installation.arm() ? Architecture.ARM_64 : Architecture.X86_64)
            .handler("run.sh")
            .code(Code.fromAsset(code.toString()))
            .layers(
                List.of(
                    LayerVersion.fromLayerVersionArn(
                        this, "WebAdapter", installation.webAdapter().arn(place.region()))))
            .memorySize(MEGABYTES)
            .timeout(TIMEOUT)
            .reservedConcurrentExecutions(installation.reservedConcurrency())
            .environment(environment)
            .role(footing.role())
            .logGroup(footing.logs())
            .loggingFormat(LoggingFormat.JSON)
            // At DEBUG the adapter would log Authorization headers.
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            // Three lines a request that nobody reads; the API writes one of its own.
            .systemLogLevelV2(SystemLogLevel.WARN)
            .tracing(installation.tracing() ? Tracing.ACTIVE : Tracing.DISABLED)
            .currentVersionOptions(
                VersionOptions.builder().removalPolicy(RemovalPolicy.RETAIN).build());
    if (installation.snapStart()) {
      // Snapshots are taken of managed runtimes only; the package still starts its own Java.
      builder.runtime(Runtime.JAVA_25).snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS);
    }
    return builder.build();
  }

  private Map<String, String> environment(Place place, Identity identity, String url) {
    var variables = new HashMap<>(place.tables().toEnvironment());
    variables.put("FEEDBACK_ISSUER_URI", identity.issuer());
    variables.put("FEEDBACK_CLIENT_IDS", identity.consoleClient());
    variables.put("FEEDBACK_PUBLIC_URL", url);
    if (!place.installation().limits().isEmpty()) {
      variables.put("FEEDBACK_PLANS", place.installation().limits());
    }
    if (place.installation().comprehend()) {
      variables.put("FEEDBACK_COMPREHEND", "true");
    }
    if (place.installation().plan() == Plan.STANDARD) {
      // CloudFront passes visitors on to the gateway, and says whom.
      variables.put("FEEDBACK_PROXIES", "1");
    }
    variables.put("FEEDBACK_CURSOR_SECRET", cursorSecret(place));
    variables.put("FEEDBACK_TENANT_ROLE", tenantRole.getRoleArn());
    variables.put("FEEDBACK_KEY_PEPPER", KeyPeppers.of(this, place));
    variables.putAll(recounts(place));
    variables.putAll(MailSender.forFunction(this, place, footing.role()));
    // The path has the stage in it from an HTTP API and behind a domain name, else not.
    variables.put("AWS_LWA_REMOVE_BASE_PATH", ApiEntrance.BASE_PATH);
    variables.put("AWS_LWA_READINESS_CHECK_PATH", "/health");
    variables.put("AWS_LWA_READINESS_CHECK_HEALTHY_STATUS", "200");
    // A failure that nobody can explain is an error of the function, which the alarm sees.
    variables.put("AWS_LWA_ERROR_STATUS_CODES", "500");
    if (place.installation().snapStart()) {
      variables.put("AWS_LAMBDA_EXEC_WRAPPER", "/opt/bootstrap");
      variables.put("AWS_LWA_SNAPSTART_BEFORE_CHECKPOINT_PATH", "/snapstart/before-checkpoint");
      variables.put("AWS_LWA_SNAPSTART_AFTER_RESTORE_PATH", "/snapstart/after-restore");
    }
    return variables;
  }

  /** The queue is in the home region, where counting is; this function may be in another. */
  private Map<String, String> recounts(Place place) {
    var stack = Stack.of(this);
    var region = place.installation().region();
    footing
        .role()
        .addToPolicy(
            PolicyStatement.Builder.create()
                .actions(List.of("sqs:SendMessage"))
                .resources(
                    List.of(
                        stack.formatArn(
                            ArnComponents.builder()
                                .service("sqs")
                                .region(region)
                                .resource(place.recounts())
                                .build())))
                .build());
    return Map.of(
        SqsRecountQueue.QUEUE_VARIABLE,
        "https://sqs.%s.%s/%s/%s"
            .formatted(region, stack.getUrlSuffix(), stack.getAccount(), place.recounts()));
  }

  /** Letters and digits are valid Base64; a new number makes a new key with the next deployment. */
  private String cursorSecret(Place place) {
    var secret =
        Secret.Builder.create(this, "CursorKey" + place.installation().cursorKey())
            .description("Signs the cursors of lists, for " + place.apiFunction())
            .generateSecretString(
                SecretStringGenerator.builder()
                    .passwordLength(64)
                    .excludePunctuation(true)
                    .includeSpace(false)
                    .build())
            .build();
    Explained.finding(
        secret,
        "SMG4",
        "The function is told the key when it is deployed: --context cursorKey=2 makes another.");
    return secret.getSecretValue().unsafeUnwrap();
  }

  Function function() {
    return function;
  }

  Alias alias() {
    return alias;
  }

  LogGroup logs() {
    return footing.logs();
  }

  Footing footing() {
    return footing;
  }

  /** Reaches the data of one tenant at a time. */
  Role tenantRole() {
    return tenantRole;
  }
}
