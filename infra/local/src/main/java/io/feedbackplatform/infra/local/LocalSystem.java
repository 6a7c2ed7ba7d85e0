package io.feedbackplatform.infra.local;

import io.feedbackplatform.core.dynamodb.DynamoDbStorage;
import io.feedbackplatform.core.dynamodb.LocalDynamoDb;
import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import io.feedbackplatform.core.operator.RemoveTenants;
import io.feedbackplatform.core.sqs.LocalSqs;
import io.feedbackplatform.core.sqs.SqsParkedRecords;
import io.feedbackplatform.infra.local.demo.DemoFeedback;
import io.feedbackplatform.infra.local.demo.DemoTenants;
import io.feedbackplatform.infra.local.dynamodb.DurableDynamoDb;
import io.feedbackplatform.infra.local.gateway.Gateway;
import io.feedbackplatform.infra.local.issuer.Issuer;
import io.feedbackplatform.infra.local.lambda.LambdaFunction;
import io.feedbackplatform.infra.local.lambda.LambdaService;
import io.feedbackplatform.infra.local.lambda.LambdaTools;
import io.feedbackplatform.infra.local.mail.MailCatcher;
import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.process.ChildProcess;
import io.feedbackplatform.infra.local.process.Program;
import io.feedbackplatform.infra.local.process.Readiness;
import io.feedbackplatform.infra.local.process.ShippedJar;
import io.feedbackplatform.infra.local.shop.ShopPage;
import io.feedbackplatform.infra.local.shop.StaticServer;
import io.feedbackplatform.infra.local.state.Folder;
import io.feedbackplatform.infra.local.state.JsonFile;
import io.feedbackplatform.infra.local.state.LocalState;
import io.feedbackplatform.infra.local.streams.StreamPump;
import io.feedbackplatform.workers.analytics.AggregateHandler;
import io.feedbackplatform.workers.analytics.Aggregator;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * The whole platform on this machine, on loopback: DynamoDB Local, ElasticMQ, the sign-in server,
 * the API and the console as what ships, the widget's files and two shops that use them.
 */
public final class LocalSystem implements AutoCloseable {

  private static final String DISPATCHED = "dispatched.json";
  private static final TableNames TABLES = TableNames.ofStage("local");
  private static final List<String> JVM_FLAGS =
      List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-Xmx512m");

  private final Settings settings;
  private final Steps steps;
  private final Stops stops = new Stops();
  private final CompletableFuture<ChildProcess> endedChild = new CompletableFuture<>();

  public LocalSystem(Settings settings, Progress progress) {
    this.settings = settings;
    this.steps = new Steps(progress);
  }

  /**
   * Starts everything and returns when all of it answers.
   *
   * @throws CannotStartException with the one line to show
   */
  public RunInfo start() throws CannotStartException, IOException, InterruptedException {
    var ports = settings.ports();
    var api = api();
    var consoleJar = ShippedJar.of(settings.home(), "admin-ui");
    var instance = stops.add(Instance.claim(settings.folder()));
    var runFile = Settings.runFile(settings.folder());
    Files.deleteIfExists(runFile);
    requirePorts(instance);
    if (settings.fresh()) {
      Folder.delete(settings.data());
    }
    var state = state();
    var environments = new ChildEnvironments(ports, TABLES, state, settings.comprehend() != null);

    var apiProgram = api.start(environments);
    var dynamoDb =
        steps.run(
            "DynamoDB with its data",
            () ->
                stops.addAsFoundation(
                    DurableDynamoDb.start(ports.dynamoDb(), settings.data().resolve("dynamodb"))));
    var client =
        dynamoDb.behindTheGate().clientBuilder().endpointOverride(ports.dynamoDb().url()).build();
    var storage = new DynamoDbStorage(client, TABLES, Clock.systemUTC());
    var tenants = new DemoTenants(storage, state, ports.shopA().url(), ports.shopB().url());
    steps.run(
        "Tables and demo tenants",
        () -> {
          LocalDynamoDb.createTables(client, TABLES);
          tenants.provision();
          return tenants;
        });
    var queues = steps.run("Queues", () -> stops.add(LocalSqs.start(ports.queues().number())));
    var parked = new SqsParkedRecords(queues.client(), queues.queue("parked-records-local"));
    steps.run(
        "Stream to the counters",
        () ->
            stops.add(
                StreamPump.start(
                    dynamoDb.behindTheGate().streamsClient(),
                    streamArn(client),
                    settings.data().resolve("checkpoints.json"),
                    new AggregateHandler(
                        new Aggregator(storage.counters(), storage.fences(), parked)))));
    var comprehend = settings.comprehend();
    if (comprehend != null) {
      steps.run(
          "Comprehend",
          () -> {
            stops.add(Assessing.start(storage, queues, comprehend));
            // The queue forgets its orders when it stops; what was judged is not asked for again.
            Files.deleteIfExists(settings.data().resolve(DISPATCHED));
            return stops.add(
                StreamPump.start(
                    dynamoDb.behindTheGate().streamsClient(),
                    streamArn(client),
                    settings.data().resolve(DISPATCHED),
                    Assessing.dispatch(storage, queues)));
          });
    }
    stops.add(TenantRemoval.start(new RemoveTenants(storage.tenantRemovals())));
    stops.add(Recounting.start(storage, parked));
    stops.add(
        OrderedRecounts.start(
            storage, queues.client(), queues.queue(ChildEnvironments.RECOUNTS_QUEUE)));
    steps.run(
        "Mail catcher",
        () -> stops.add(MailCatcher.start(ports.mail().number(), ChildEnvironments.MAIL_SENDER)));
    steps.run("Sign-in", () -> stops.add(Issuer.start(new Pool(ports, state).userPool())));
    var console = child("console", consoleJar, environments.console());
    steps.run("Widget and shops", () -> pages(tenants, environments.apiUrl()));
    steps.run(
        "API",
        () -> ready(apiProgram, ports.api().url() + ChildEnvironments.STAGE + "/health/ready"));
    steps.run(
        "Demo feedback",
        () -> {
          var sent =
              new DemoFeedback(
                      new JsonFile(settings.data().resolve("demo.json")),
                      URI.create(environments.apiUrl()))
                  .sendOnce(tenants.all());
          tenants.guard(sent.keySet());
          tenants.awaitCounted(sent, Duration.ofSeconds(20));
          return sent;
        });
    steps.run("Console", () -> ready(console, ports.console().url() + "/health"));

    var info = info(tenants, environments);
    new JsonFile(runFile).write(info);
    stops.add(() -> Files.deleteIfExists(runFile));
    return info;
  }

  private static String streamArn(DynamoDbClient client) {
    return client
        .describeTable(table -> table.tableName(TABLES.of(TableLayout.FEEDBACK)))
        .table()
        .latestStreamArn();
  }

  /** Waits until one of the programs ends although nobody stopped it; returns which. */
  public ChildProcess awaitUnexpectedEnd() throws InterruptedException {
    try {
      return endedChild.get();
    } catch (ExecutionException impossible) {
      throw new AssertionError("nobody completes it with a failure", impossible);
    }
  }

  /** Stops everything that was started, in reverse. */
  @Override
  public void close() {
    stops.close();
  }

  private void requirePorts(Instance instance) throws CannotStartException, InterruptedException {
    // Programs of a run that was killed need a moment to notice that it is gone.
    var deadline = Instant.now().plus(Duration.ofSeconds(instance.afterCrash() ? 15 : 0));
    while (!settings.ports().areFree() && Instant.now().isBefore(deadline)) {
      Thread.sleep(100);
    }
    settings.ports().requireFree();
  }

  private LocalState state() throws IOException {
    return LocalState.loadOrCreate(
        new JsonFile(settings.data().resolve("state.json")),
        DemoTenants.usernames(),
        DemoTenants.shops());
  }

  /** How the API starts, once it is known what it works with. */
  private interface Api {
    Program start(ChildEnvironments environments) throws IOException, CannotStartException;
  }

  private Api api() throws CannotStartException {
    var gateway = settings.gateway();
    if (gateway == null) {
      var jar = ShippedJar.of(settings.home(), "api");
      return environments -> child("api", jar, environments.api());
    }
    var tools = LambdaTools.find(settings.home(), System::getenv);
    return environments -> {
      var service =
          stops.add(
              new LambdaService(
                  new LambdaFunction(
                      "api",
                      settings.home().resolve("api/target/lambda/package"),
                      environments.apiFunction(),
                      settings.logs()),
                  tools,
                  1));
      stops.add(Gateway.start(gateway, settings.ports().api().number(), service::invoke));
      return service;
    };
  }

  private ChildProcess child(String name, Path jar, Map<String, String> environment)
      throws IOException, CannotStartException {
    var child =
        stops.add(ChildProcess.start(name, jar, JVM_FLAGS, environment, settings.log(name)));
    child.onExit().thenAccept(this::ended);
    return child;
  }

  private void ended(ChildProcess child) {
    if (!stops.isClosed()) {
      endedChild.complete(child);
    }
  }

  private static Program ready(Program program, String health)
      throws CannotStartException, InterruptedException {
    new Readiness(Duration.ofSeconds(90)).await(program, URI.create(health));
    return program;
  }

  private StaticServer pages(DemoTenants tenants, String apiUrl)
      throws IOException, CannotStartException {
    var widget = settings.ports().widget();
    for (var tenant : tenants.all()) {
      var page =
          new ShopPage(tenant.shop(), widget.url(), URI.create(apiUrl), tenant.ids().siteKey());
      stops.add(StaticServer.shop(tenant.origin().getPort(), page));
    }
    return stops.add(StaticServer.widget(widget.number()));
  }

  private RunInfo info(DemoTenants tenants, ChildEnvironments environments) {
    var ports = settings.ports();
    return new RunInfo(
        environments.apiUrl(),
        ports.console().url().toString(),
        ports.issuer().url().toString(),
        environments.widgetUrl(),
        ports.mail().url().toString(),
        tenants.all().stream().map(RunInfo.Tenant::of).toList(),
        DemoTenants.guest());
  }
}
