package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.feedback.HostileBodies;
import io.feedbackplatform.core.member.UserId;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** No operation that reads a body breaks by what is in it. */
class HostileBodiesEverywhereIT {

  @Test
  void areTakenOrRefusedByEveryOperation() {
    var broken = new ArrayList<String>();
    var statuses = new TreeMap<Integer, Integer>();
    try (var world = new TwoTenants()) {
      var operations = world.operations().stream().filter(Operation::hasBody).toList();
      for (var operation : operations) {
        // What operators do to a tenant must not keep its owner from what comes next.
        var target = operation.isForOperators() ? world.another() : world.owner();
        var attempt = Attempt.of(operation, caller(world, operation), target.ids());
        for (var body : HostileBodies.all()) {
          var answer = world.send(attempt, body.bytes());
          statuses.merge(answer.status(), 1, Integer::sum);
          if (answer.status() >= 500 || answer.text().contains("Exception")) {
            broken.add(operation.name() + " by " + body + ": " + answer.text());
          }
        }
      }
      System.out.printf(
          "%d operations, %d bodies each: %s%n",
          operations.size(), HostileBodies.all().size(), statuses);
      assertThat(operations).hasSizeGreaterThan(10);
    }
    assertThat(broken).isEmpty();
    assertThat(statuses).as("all are let in").containsKey(400).doesNotContainKeys(401, 403);
  }

  private static Map<String, String> caller(TwoTenants world, Operation operation) {
    if (operation.isForOperators()) {
      return world.operator(new UserId("operator"));
    }
    return world.owner().credentials().get(operation.isForSites() ? "SITE" : "OWNER");
  }
}
