package io.feedbackplatform.infra.local;

import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsRecountQueue;
import io.feedbackplatform.infra.local.state.LocalState;
import java.util.HashMap;
import java.util.Map;

/** The environment variables of the programs that ship: all they know about where they are. */
record ChildEnvironments(Ports ports, TableNames tables, LocalState state, boolean comprehend) {

  static final String STAGE = "/prod";
  static final String CONSOLE_CLIENT = "feedback-console";
  static final String CLI_CLIENT = "feedback-cli";
  static final String MAIL_SENDER = "Feedback <feedback@demo.example>";

  static final String RECOUNTS_QUEUE = "recounts-local";

  /** All visitors have one address here, and demos and tests of load are to meet no limit. */
  private static final String PLANS =
      "enterprise.requests-per-second=100000,enterprise.burst=1000000"
          + ",enterprise.key-requests-per-second=100000,enterprise.key-burst=1000000"
          + ",address.requests-per-minute=1000000,address.burst=1000000"
          + ",address.reads-per-minute=1000000,address.reads-burst=1000000"
          + ",person.requests-per-minute=1000000,person.burst=1000000";

  String apiUrl() {
    return ports.api().url() + STAGE;
  }

  String widgetUrl() {
    return ports.widget().url() + "/widget/v1/widget.js";
  }

  /** Of the API as a server of its own. */
  Map<String, String> api() {
    var variables = new HashMap<>(apiFunction());
    variables.put("SERVER_SERVLET_CONTEXT_PATH", STAGE);
    variables.putAll(server(ports.api().number()));
    return variables;
  }

  /** Of the API as a function, where the stage is the gateway's. */
  Map<String, String> apiFunction() {
    var variables = new HashMap<>(tables.toEnvironment());
    variables.put("FEEDBACK_ISSUER_URI", ports.issuer().url().toString());
    variables.put("FEEDBACK_CLIENT_IDS", CONSOLE_CLIENT + "," + CLI_CLIENT);
    variables.put("FEEDBACK_CURSOR_SECRET", state.cursorSecret());
    variables.put("FEEDBACK_KEY_PEPPER", state.keyPepper());
    variables.put("FEEDBACK_PLANS", PLANS);
    variables.put("FEEDBACK_COMPREHEND", Boolean.toString(comprehend));
    variables.put("FEEDBACK_PUBLIC_URL", apiUrl());
    variables.put("FEEDBACK_MAIL_FROM", MAIL_SENDER);
    variables.put("FEEDBACK_CONSOLE_URL", ports.console().url().toString());
    variables.put("AWS_REGION", LocalDynamoDb.REGION.id());
    variables.put("AWS_ACCESS_KEY_ID", LocalDynamoDb.CREDENTIALS.accessKeyId());
    variables.put("AWS_SECRET_ACCESS_KEY", LocalDynamoDb.CREDENTIALS.secretAccessKey());
    variables.put("AWS_ENDPOINT_URL_DYNAMODB", ports.dynamoDb().url().toString());
    variables.put("AWS_ENDPOINT_URL_SQS", ports.queues().url().toString());
    variables.put(
        SqsRecountQueue.QUEUE_VARIABLE, LocalSqs.urlOf(ports.queues().url(), RECOUNTS_QUEUE));
    variables.put("AWS_ENDPOINT_URL_SESV2", ports.mail().url().toString());
    return variables;
  }

  Map<String, String> console() {
    var variables = new HashMap<String, String>();
    variables.put("FEEDBACK_API_URL", apiUrl());
    variables.put("FEEDBACK_ISSUER_URI", ports.issuer().url().toString());
    variables.put("FEEDBACK_CONSOLE_CLIENT_ID", CONSOLE_CLIENT);
    variables.put("FEEDBACK_CONSOLE_CLIENT_SECRET", state.consoleSecret());
    variables.put("FEEDBACK_LOGOUT_URL", ports.issuer().url() + "/logout");
    variables.put("FEEDBACK_WIDGET_URL", widgetUrl());
    variables.put("FEEDBACK_WIDGET_API_URL", apiUrl());
    variables.putAll(server(ports.console().number()));
    return variables;
  }

  private static Map<String, String> server(int port) {
    return Map.of(
        "SERVER_ADDRESS", "127.0.0.1",
        "SERVER_PORT", Integer.toString(port),
        // Nobody waits for an answer at the stop of a laptop.
        "SERVER_SHUTDOWN", "immediate");
  }
}
