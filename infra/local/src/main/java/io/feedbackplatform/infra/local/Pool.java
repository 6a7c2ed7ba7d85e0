package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.demo.DemoTenants;
import io.feedbackplatform.infra.local.issuer.Account;
import io.feedbackplatform.infra.local.issuer.AppClient;
import io.feedbackplatform.infra.local.issuer.UserPool;
import io.feedbackplatform.infra.local.state.LocalState;
import java.net.URI;
import java.util.List;

/** The issuer's user pool for this run: the console, scripts, and the demo tenants' people. */
record Pool(Ports ports, LocalState state) {

  static final URI CLI_CALLBACK = URI.create("http://localhost/callback");

  UserPool userPool() {
    var console = ports.console().url();
    return new UserPool(
        ports.issuer().url(),
        console,
        state.rsaKey(),
        List.of(
            new AppClient(
                ChildEnvironments.CONSOLE_CLIENT,
                state.consoleSecret(),
                List.of(console.resolve("/login/oauth2/code/console")),
                List.of(console, console.resolve("/"))),
            new AppClient(ChildEnvironments.CLI_CLIENT, null, List.of(CLI_CALLBACK), List.of())),
        DemoTenants.usernames().stream()
            .map(name -> new Account(state.sub(name), name, DemoTenants.PASSWORD, groups(name)))
            .toList());
  }

  private static List<String> groups(String name) {
    return name.equals(DemoTenants.OPERATOR) ? List.of("platform-operators") : List.of();
  }
}
