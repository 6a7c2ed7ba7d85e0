package io.feedbackplatform.infra.local.lambda;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What is known of a function before it runs.
 *
 * @param name also the first part of its logs' names
 * @param code the unpacked package, with {@code run.sh} in it
 * @param environment the variables of its configuration
 * @param logs the folder for what it and the emulator write
 */
public record LambdaFunction(String name, Path code, Map<String, String> environment, Path logs) {

  /** As its stack configures it. */
  static final String HANDLER = "run.sh";

  static final int MEMORY_MEGABYTES = 1769;

  /** Seconds after which Lambda gives an invocation up. */
  static final int TIMEOUT = 28;

  public LambdaFunction {
    code = code.toAbsolutePath().normalize();
    environment = Map.copyOf(environment);
  }

  /** The variables of an environment on ports of its own. */
  Map<String, String> variables(LambdaTools tools, int applicationPort) {
    var variables = new HashMap<>(adapter(applicationPort));
    variables.put("AWS_LAMBDA_FUNCTION_NAME", name);
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(MEMORY_MEGABYTES));
    variables.put("AWS_LAMBDA_FUNCTION_TIMEOUT", Integer.toString(TIMEOUT));
    variables.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    variables.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    variables.put("AWS_LAMBDA_LOG_LEVEL", "INFO");
    variables.put("LAMBDA_TASK_ROOT", code.toString());
    variables.put("LAMBDA_WEB_ADAPTER", tools.adapter().toString());
    variables.putAll(environment);
    return variables;
  }

  /** The adapter's settings on AWS; only the port is another. */
  private static Map<String, String> adapter(int port) {
    return Map.of(
        "AWS_LWA_PORT", Integer.toString(port),
        "AWS_LWA_READINESS_CHECK_PATH", "/health",
        "AWS_LWA_READINESS_CHECK_HEALTHY_STATUS", "200",
        "AWS_LWA_REMOVE_BASE_PATH", "/prod",
        "AWS_LWA_ERROR_STATUS_CODES", "500");
  }
}
