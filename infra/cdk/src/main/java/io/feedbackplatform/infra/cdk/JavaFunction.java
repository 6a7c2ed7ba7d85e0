package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.lambda.ApplicationLogLevel;
import software.amazon.awscdk.services.lambda.Code;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.LoggingFormat;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SystemLogLevel;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** A function behind events, on Lambda's own Java. */
final class JavaFunction extends Construct {

  /**
   * Processor time comes with memory, and a JVM that starts needs some: with less it takes longer
   * and costs the same.
   */
  private static final int MEGABYTES = 512;

  private final Footing footing;
  private final Function function;

  /**
   * @param handler name of the class
   * @param code the zip that holds it
   */
  record Work(
      String name,
      String description,
      String handler,
      Path code,
      Duration timeout,
      Map<String, String> environment,
      int megabytes) {

    Work(
        String name,
        String description,
        String handler,
        Path code,
        Duration timeout,
        Map<String, String> environment) {
      this(name, description, handler, code, timeout, environment, MEGABYTES);
    }

    /** The same with more room, for what holds much at once. */
    Work with(int memory) {
      return new Work(name, description, handler, code, timeout, environment, memory);
    }
  }

  JavaFunction(Construct scope, String id, Work work) {
    super(scope, id);
    footing = Footing.of(this, work.name());
    function =
        Function.Builder.create(this, "Function")
            .functionName(work.name())
            .description(work.description())
            .runtime(Runtime.JAVA_25)
            .handler(work.handler())
            .code(Code.fromAsset(work.code().toString()))
            .memorySize(work.megabytes())
            .timeout(work.timeout())
            .environment(work.environment())
            .role(footing.role())
            .logGroup(footing.logs())
            .loggingFormat(LoggingFormat.JSON)
            .applicationLogLevelV2(ApplicationLogLevel.INFO)
            .systemLogLevelV2(SystemLogLevel.WARN)
            .build();
  }

  Function function() {
    return function;
  }

  Role role() {
    return footing.role();
  }

  LogGroup logs() {
    return footing.logs();
  }
}
