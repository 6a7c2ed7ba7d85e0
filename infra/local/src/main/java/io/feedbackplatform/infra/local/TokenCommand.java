package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.demo.DemoTenants;
import io.feedbackplatform.infra.local.demo.Login;
import io.feedbackplatform.infra.local.login.CodeFlow;
import io.feedbackplatform.infra.local.login.LoginFailedException;
import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.state.JsonFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code ./run token USERNAME}: a fresh access token of a demo login. */
record TokenCommand(Path folder) {

  String token(List<String> arguments) throws CannotStartException, InterruptedException {
    if (arguments.size() != 1) {
      throw new CannotStartException("Say whose: ./run token USERNAME");
    }
    var info = running();
    var login = login(info, arguments.getFirst());
    var flow =
        new CodeFlow(URI.create(info.issuer()), ChildEnvironments.CLI_CLIENT, Pool.CLI_CALLBACK);
    try {
      return flow.signIn(login.username(), login.password()).accessToken();
    } catch (LoginFailedException e) {
      throw new CannotStartException(e.getMessage());
    } catch (IOException e) {
      throw new CannotStartException(
          "The issuer does not answer at " + info.issuer() + "; start everything with ./run");
    }
  }

  private RunInfo running() throws CannotStartException {
    try {
      return new JsonFile(Settings.runFile(folder))
          .read(RunInfo.class)
          .orElseThrow(
              () -> new CannotStartException("Nothing is running here; start it with ./run"));
    } catch (IOException e) {
      throw new CannotStartException("Cannot read " + Settings.runFile(folder));
    }
  }

  private static Login login(RunInfo info, String username) throws CannotStartException {
    var operator = new Login(DemoTenants.OPERATOR, DemoTenants.PASSWORD, "operator");
    var logins =
        Stream.concat(
                info.tenants().stream().flatMap(tenant -> tenant.logins().stream()),
                Stream.of(operator))
            .toList();
    return logins.stream()
        .filter(login -> login.username().equals(username))
        .findFirst()
        .orElseThrow(() ->
            new CannotStartException(
                "There is no demo login "
                    + username
                    + "; there are "
                    + logins.stream().map(Login::username).collect(Collectors.joining(", "))));
  }
}
