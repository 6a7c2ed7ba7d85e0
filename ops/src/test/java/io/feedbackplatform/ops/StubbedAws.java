package io.feedbackplatform.ops;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okForContentType;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * AWS's control planes as the SDK's clients see them over HTTP, and the real DynamoDB Local behind
 * the same address. The alias is on version 10, in alarm; 9 and 7 proved good.
 */
public final class StubbedAws implements AutoCloseable {

  public static final String FUNCTION = "feedback-api-test";
  public static final String ALARM = "feedback-test-api-errors";
  public static final String TOPIC = "arn:aws:sns:eu-central-1:111122223333:alarms";

  private static final String FUNCTIONS = "/2015-03-31/functions/" + FUNCTION;
  private static final String ALIAS = "alias";
  private static final String MOVED = "moved";
  private static final Map<String, String> SYSTEM =
      Map.of(
          "aws.region", "eu-central-1",
          "aws.accessKeyId", "test",
          "aws.secretAccessKey", "test");

  public final WireMockServer server =
      new WireMockServer(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"));
  public final String table = "operations-" + UUID.randomUUID();

  public StubbedAws() {
    server.start();
    SYSTEM.forEach(System::setProperty);
    System.setProperty("aws.endpointUrl", server.baseUrl());
    LocalDynamoDb.createTable(table);
    server.stubFor(
        any(anyUrl())
            .atPriority(10)
            .withHeader("X-Amz-Target", containing("DynamoDB_"))
            .willReturn(aResponse().proxiedFrom(LocalDynamoDb.endpoint().toString())));
    alarmIs("ALARM");
    noDeployments();
    server.stubFor(
        get(FUNCTIONS + "/aliases/prod").inScenario(ALIAS).willReturn(alias("10", "r1")));
    server.stubFor(
        get(FUNCTIONS + "/aliases/prod")
            .inScenario(ALIAS)
            .whenScenarioStateIs(MOVED)
            .willReturn(alias("9", "r2")));
    server.stubFor(update("r1").willReturn(alias("9", "r2")).willSetStateTo(MOVED));
    for (var version : List.of("7", "9", "10")) {
      server.stubFor(configuration(version).willReturn(active(version)));
      server.stubFor(
          invocation(version).willReturn(okJson("{\"statusCode\":200,\"body\":\"{}\"}")));
    }
    server.stubFor(
        query("Publish")
            .willReturn(
                xml(
                    "<PublishResponse><PublishResult><MessageId>m</MessageId></PublishResult>"
                        + "</PublishResponse>")));
  }

  public Settings settings() {
    return new Settings(environment());
  }

  public Map<String, String> environment() {
    return Map.ofEntries(
        Map.entry("OPERATIONS_TABLE_NAME", table),
        Map.entry("API_FUNCTION_NAME", FUNCTION),
        Map.entry("API_ALIAS", "prod"),
        Map.entry("ALARM_TOPIC_ARN", TOPIC),
        Map.entry("ROLLBACK_ALARM_NAMES", ALARM),
        Map.entry("NOTIFICATION_TOPIC_ARN", "arn:aws:sns:eu-central-1:111122223333:people"),
        Map.entry("DEPLOYMENT_APPLICATION", "feedback-test"),
        Map.entry("DEPLOYMENT_GROUP", "feedback-api-test"),
        Map.entry("BAKE_MINUTES", "30"),
        Map.entry("SLACK_WEBHOOK_SECRET", "feedback/test/slack"));
  }

  /** What SNS hands to the function, as CloudWatch tells it. */
  public static String event(Instant changedAt) {
    var time = changedAt.toString().replaceAll("(\\.\\d{3})\\d*Z|Z", "$1+0000");
    return """
    {"Records":[{"EventSource":"aws:sns","EventVersion":"1.0","Sns":{"Type":"Notification",
    "MessageId":"m-1","TopicArn":"%s","Subject":"ALARM","Timestamp":"2026-01-01T00:00:00Z",
    "Message":"{\\"AlarmName\\":\\"%s\\",\\"AWSAccountId\\":\\"111122223333\\",\
    \\"NewStateValue\\":\\"ALARM\\",\\"OldStateValue\\":\\"OK\\",\
    \\"StateChangeTime\\":\\"%s\\",\\"Region\\":\\"EU (Frankfurt)\\"}"}}]}
    """
        .formatted(TOPIC, ALARM, time);
  }

  public void alarmIs(String state) {
    server.stubFor(
        query("DescribeAlarms")
            .willReturn(
                xml(
                    "<DescribeAlarmsResponse><DescribeAlarmsResult><MetricAlarms><member>"
                        + "<AlarmName>%s</AlarmName><StateValue>%s</StateValue>"
                            .formatted(ALARM, state)
                        + "<StateUpdatedTimestamp>2026-03-01T10:00:00Z</StateUpdatedTimestamp>"
                        + "</member></MetricAlarms></DescribeAlarmsResult>"
                        + "</DescribeAlarmsResponse>")));
  }

  /** There is no metric alarm of this name, but a composite one. */
  public void compositeAlarmIs(String state) {
    server.stubFor(
        query("DescribeAlarms")
            .withRequestBody(containing("MetricAlarm"))
            .willReturn(
                xml("<DescribeAlarmsResponse><DescribeAlarmsResult/></DescribeAlarmsResponse>")));
    server.stubFor(
        query("DescribeAlarms")
            .withRequestBody(containing("CompositeAlarm"))
            .willReturn(
                xml(
                    "<DescribeAlarmsResponse><DescribeAlarmsResult><CompositeAlarms><member>"
                        + "<AlarmName>%s</AlarmName><StateValue>%s</StateValue>"
                            .formatted(ALARM, state)
                        + "</member></CompositeAlarms></DescribeAlarmsResult>"
                        + "</DescribeAlarmsResponse>")));
  }

  /** What CodeDeploy makes of a deployment that is created while its alarm is on. */
  public void turnedDownDeployment() {
    server.stubFor(codeDeploy("ListDeployments").willReturn(okJson("{\"deployments\":[\"d-1\"]}")));
    server.stubFor(
        codeDeploy("BatchGetDeployments")
            .willReturn(
                okJson(
                    deployment(
                        "Stopped",
                        ",\"completeTime\":%d,\"errorInformation\":{\"code\":\"ALARM_ACTIVE\"}"
                            .formatted(Instant.now().minusSeconds(60).getEpochSecond())))));
    server.stubFor(
        codeDeploy("ListDeploymentTargets")
            .willReturn(error(400, "DeploymentNotStartedException")));
  }

  public void noDeployments() {
    server.stubFor(codeDeploy("ListDeployments").willReturn(okJson("{\"deployments\":[]}")));
  }

  /** An alias between versions 9 and 10, until the deployment that does that is stopped. */
  public void deploying() {
    server.stubFor(
        get(FUNCTIONS + "/aliases/prod")
            .inScenario(ALIAS)
            .whenScenarioStateIs("Started")
            .willReturn(
                okJson(
                    "{\"FunctionVersion\":\"9\",\"RevisionId\":\"r1\",\"RoutingConfig\":"
                        + "{\"AdditionalVersionWeights\":{\"10\":0.1}}}")));
    server.stubFor(codeDeploy("ListDeployments").willReturn(okJson("{\"deployments\":[\"d-1\"]}")));
    server.stubFor(
        codeDeploy("BatchGetDeployments")
            .inScenario(ALIAS)
            .willReturn(okJson(deployment("InProgress", ""))));
    server.stubFor(
        codeDeploy("BatchGetDeployments")
            .inScenario(ALIAS)
            .whenScenarioStateIs(MOVED)
            .willReturn(
                okJson(
                    deployment(
                        "Stopped",
                        ",\"completeTime\":%d,\"errorInformation\":{\"code\":\"MANUAL_STOP\"}"
                            .formatted(Instant.now().getEpochSecond())))));
    server.stubFor(
        codeDeploy("StopDeployment")
            .inScenario(ALIAS)
            .willReturn(okJson("{\"status\":\"Pending\"}"))
            .willSetStateTo(MOVED));
    server.stubFor(
        codeDeploy("ListDeploymentTargets").willReturn(okJson("{\"targetIds\":[\"t\"]}")));
    server.stubFor(
        codeDeploy("BatchGetDeploymentTargets")
            .willReturn(
                okJson(
                    "{\"deploymentTargets\":[{\"deploymentTargetType\":\"LambdaTarget\","
                        + "\"lambdaTarget\":{\"lifecycleEvents\":[{\"lifecycleEventName\":"
                        + "\"AllowTraffic\",\"status\":\"Failed\"}]}}]}")));
    server.stubFor(
        codeDeploy("GetDeployment")
            .willReturn(
                okJson(
                    "{\"deploymentInfo\":"
                        + deployment("InProgress", "").replaceAll("^[^\\[]*\\[|\\]}$", "")
                        + "}")));
  }

  private static String deployment(String status, String more) {
    return """
    {"deploymentsInfo":[{"deploymentId":"d-1","applicationName":"feedback-test",
    "deploymentGroupName":"feedback-api-test","status":"%s","creator":"user",
    "createTime":%d,"revision":{"revisionType":"AppSpecContent","appSpecContent":{"content":
    "{\\"Resources\\":{\\"api\\":{\\"Properties\\":{\\"CurrentVersion\\":\\"9\\",\
    \\"TargetVersion\\":\\"10\\"}}}}"}}%s}]}\
    """
        .formatted(status, Instant.now().minusSeconds(120).getEpochSecond(), more);
  }

  /** The next such request fails so, and those after it as before. */
  public void once(MappingBuilder request, ResponseDefinitionBuilder answer) {
    var scenario = "once-" + UUID.randomUUID();
    server.stubFor(
        request
            .atPriority(1)
            .inScenario(scenario)
            .whenScenarioStateIs("Started")
            .willReturn(answer)
            .willSetStateTo("over"));
  }

  public static ResponseDefinitionBuilder error(int status, String type) {
    return aResponse()
        .withStatus(status)
        .withHeader("x-amzn-errortype", type)
        .withBody(
            "{\"Type\":\"User\",\"message\":\"%s\",\"Message\":\"%s\"}".formatted(type, type));
  }

  public static ResponseDefinitionBuilder slow() {
    return aResponse().withFixedDelay(4_000).withStatus(200).withBody("{}");
  }

  /** The alias changes, but whoever changed it does not hear of it; a second try comes too late. */
  public void updateWhoseAnswerIsLost() {
    server.stubFor(
        update("r1")
            .atPriority(1)
            .inScenario(ALIAS)
            .whenScenarioStateIs("Started")
            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
            .willSetStateTo(MOVED));
    server.stubFor(
        update("r1")
            .atPriority(1)
            .inScenario(ALIAS)
            .whenScenarioStateIs(MOVED)
            .willReturn(error(412, "PreconditionFailedException")));
  }

  /** Somebody touches the alias, without moving it, just before it is changed. */
  public void aliasTouchedBefore() {
    server.stubFor(
        update("r1")
            .atPriority(1)
            .inScenario(ALIAS)
            .whenScenarioStateIs("Started")
            .willReturn(error(412, "PreconditionFailedException"))
            .willSetStateTo("touched"));
    server.stubFor(
        get(FUNCTIONS + "/aliases/prod")
            .inScenario(ALIAS)
            .whenScenarioStateIs("touched")
            .willReturn(alias("10", "r1b")));
    server.stubFor(
        update("r1b")
            .inScenario(ALIAS)
            .whenScenarioStateIs("touched")
            .willReturn(alias("9", "r2"))
            .willSetStateTo(MOVED));
  }

  public static MappingBuilder aliasRead() {
    return get(FUNCTIONS + "/aliases/prod");
  }

  public static MappingBuilder configuration(String version) {
    return get(urlPathEqualTo(FUNCTIONS + "/configuration"))
        .withQueryParam("Qualifier", equalTo(version));
  }

  public static MappingBuilder invocation(String version) {
    return post(urlPathEqualTo(FUNCTIONS + "/invocations"))
        .withQueryParam("Qualifier", equalTo(version));
  }

  public static com.github.tomakehurst.wiremock.client.ScenarioMappingBuilder update(
      String revision) {
    return put(FUNCTIONS + "/aliases/prod")
        .withRequestBody(containing("\"RevisionId\":\"" + revision + "\""))
        .inScenario(ALIAS);
  }

  public static MappingBuilder query(String action) {
    return post("/").withRequestBody(containing("Action=" + action + "&"));
  }

  public static MappingBuilder codeDeploy(String action) {
    return post("/").withHeader("X-Amz-Target", equalTo("CodeDeploy_20141006." + action));
  }

  public static MappingBuilder dynamoDb(String action) {
    return post("/").withHeader("X-Amz-Target", equalTo("DynamoDB_20120810." + action));
  }

  public static RequestPatternBuilder updates() {
    return putRequestedFor(urlEqualTo(FUNCTIONS + "/aliases/prod"));
  }

  public static RequestPatternBuilder published() {
    return postRequestedFor(urlEqualTo("/")).withRequestBody(containing("Action=Publish&"));
  }

  public static RequestPatternBuilder asked(String target) {
    return postRequestedFor(urlEqualTo("/")).withHeader("X-Amz-Target", equalTo(target));
  }

  private static ResponseDefinitionBuilder alias(String version, String revision) {
    return okJson(
        "{\"Name\":\"prod\",\"FunctionVersion\":\"%s\",\"RevisionId\":\"%s\"}"
            .formatted(version, revision));
  }

  private static ResponseDefinitionBuilder active(String version) {
    return okJson(
        "{\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\",\"CodeSha256\":\"sha-%s\"}"
            .formatted(version));
  }

  private static ResponseDefinitionBuilder xml(String body) {
    return okForContentType("text/xml", body);
  }

  @Override
  public void close() {
    server.stop();
    SYSTEM.keySet().forEach(System::clearProperty);
    System.clearProperty("aws.endpointUrl");
  }
}
