package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.process.CannotStartException;
import io.feedbackplatform.infra.local.process.Port;
import java.util.List;
import java.util.stream.Collectors;

/** Where everything listens, on loopback. */
public record Ports(
    Port api,
    Port console,
    Port issuer,
    Port widget,
    Port shopA,
    Port shopB,
    Port dynamoDb,
    Port mail,
    Port queues) {

  /**
   * The ports of the README, all moved by the same number.
   *
   * @throws IllegalArgumentException when one would not be a port
   */
  public static Ports standard(int offset) {
    return new Ports(
        new Port(8080 + offset, "API"),
        new Port(8090 + offset, "console"),
        new Port(9000 + offset, "issuer"),
        new Port(8100 + offset, "widget files"),
        new Port(8101 + offset, "first shop"),
        new Port(8102 + offset, "second shop"),
        new Port(8000 + offset, "DynamoDB"),
        new Port(8025 + offset, "mail"),
        new Port(9324 + offset, "queues"));
  }

  /** Ports that nobody uses at the moment. */
  public static Ports free() {
    return new Ports(
        Port.free("API"),
        Port.free("console"),
        Port.free("issuer"),
        Port.free("widget files"),
        Port.free("first shop"),
        Port.free("second shop"),
        Port.free("DynamoDB"),
        Port.free("mail"),
        Port.free("queues"));
  }

  void requireFree() throws CannotStartException {
    var taken = all().stream().filter(port -> !port.isFree()).toList();
    if (!taken.isEmpty()) {
      throw new CannotStartException(
          taken.stream()
                  .map(port -> "Port " + port.number() + " (" + port.user() + ")")
                  .collect(Collectors.joining(", "))
              + (taken.size() == 1 ? " is" : " are")
              + " taken: stop what listens there, or move everything with --port-offset 1000");
    }
  }

  boolean areFree() {
    return all().stream().allMatch(Port::isFree);
  }

  private List<Port> all() {
    return List.of(api, console, issuer, widget, shopA, shopB, dynamoDb, mail, queues);
  }
}
