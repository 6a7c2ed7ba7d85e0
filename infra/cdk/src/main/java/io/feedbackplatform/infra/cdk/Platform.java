package io.feedbackplatform.infra.cdk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.IDistribution;

/** All stacks of an installation, and who is told what of whom. */
public final class Platform {

  private final List<Stack> stacks = new ArrayList<>();

  private Platform() {}

  /** Makes the stacks in the app. */
  static Platform on(App app, Installation installation, Packages packages) {
    var platform = new Platform();
    var home = Place.home(installation);
    var edge = EdgeStack.isNeeded(home) ? platform.add(new EdgeStack(app, home)).edge() : Edge.NONE;
    var data = platform.add(new DataStack(app, home));
    var identity = platform.add(new IdentityStack(app, home)).identity();
    var ops = platform.add(new OpsStack(app, home, packages)).ops();
    var api = platform.add(new ApiStack(app, home, edge, data, identity, ops, packages));
    api.addDependency(data);
    var workers = platform.add(new WorkersStack(app, home, data, packages));
    // What the API writes anew, the workers have to read.
    api.addDependency(workers);
    var widget = platform.add(new WidgetStack(app, home, edge, packages.widget()));
    var backup = platform.add(new BackupStack(app, home, data.tables()));
    var console = platform.console(app, home, identity, api.api(), packages);
    platform.add(
        new ObservabilityStack(
            app,
            home,
            new Observed(
                api.api(),
                ops,
                workers.workers(),
                console,
                backup.vaultName(),
                distributions(widget, api.api()))));
    var healthChecks = new TreeMap<String, String>();
    if (installation.secondRegion() != null) {
      var second = home.in(installation.secondRegion());
      var secondOps = platform.add(new OpsStack(app, second, packages)).ops();
      var secondApi =
          platform.add(new ApiStack(app, second, edge, data, identity, secondOps, packages));
      // After the first: the replicas of the tables and of the entrance's key are its work.
      secondApi.addDependency(api);
      platform.add(new WidgetStandbyStack(app, second, packages.widget()));
      platform.add(
          new ObservabilityStack(
              app, second, new Observed(secondApi.api(), secondOps, null, null, null, Map.of())));
      healthChecks.put(home.region(), Objects.requireNonNull(api.api().healthCheckId()));
      healthChecks.put(second.region(), Objects.requireNonNull(secondApi.api().healthCheckId()));
    }
    platform.add(new AccountStack(app, home, healthChecks));
    return platform;
  }

  /** Nobody signs a certificate for a load balancer's own name: without a domain there is none. */
  private @Nullable Console console(
      App app, Place home, Identity identity, Api api, Packages packages) {
    var name = PublicName.of(home, ConsoleStack.HOST);
    if (name == null) {
      Annotations.of(app)
          .addWarningV2(
              "feedback:no-console",
              "There will be no console: it needs --context domain=... --context hostedZoneId=...");
      return null;
    }
    return add(new ConsoleStack(app, home, name, identity, api, packages.console())).outputs();
  }

  private static Map<String, IDistribution> distributions(WidgetStack widget, Api api) {
    var distributions = new LinkedHashMap<String, IDistribution>();
    distributions.put("widget", widget.distribution());
    if (api.entrance() != null) {
      distributions.put("api", api.entrance());
    }
    return distributions;
  }

  /** Every stack, those of the second region last. */
  List<Stack> stacks() {
    return List.copyOf(stacks);
  }

  /** The stack with this name. */
  Stack stack(String name) {
    return stacks.stream()
        .filter(stack -> stack.getStackName().equals(name))
        .findAny()
        .orElseThrow(() -> new IllegalArgumentException("there is no stack " + name));
  }

  private <S extends Stack> S add(S stack) {
    stacks.add(stack);
    return stack;
  }
}
