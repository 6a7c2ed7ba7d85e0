package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Ids and cursors that are nearly right open nothing and break nothing. */
class MutatedIdsIT {

  private static final int ATTEMPTS = 10_000;
  private static final long SEED = 20_261_123;

  @Test
  void findsNothingForeignAndBreaksNothingWithTenThousandMutations() throws Exception {
    var leaks = Collections.synchronizedList(new ArrayList<String>());
    var failures = Collections.synchronizedList(new ArrayList<String>());
    var statuses = new ConcurrentSkipListMap<Integer, Integer>();
    var places = new TreeMap<String, Integer>();
    try (var world = new TwoTenants();
        var threads = Executors.newFixedThreadPool(4)) {
      var sent =
          attempts(world, places).stream()
              .map(attempt ->
                  threads.submit(() -> {
                    var answer = world.send(attempt);
                    statuses.merge(answer.status(), 1, Integer::sum);
                    var found = world.owner().foundIn(answer.text(), attempt.sent());
                    if (!found.isEmpty()) {
                      leaks.add(attempt + " shows " + found);
                    }
                    if (answer.status() >= 500) {
                      failures.add(attempt + ": " + answer.text());
                    }
                  }))
              .toList();
      for (var one : sent) {
        one.get();
      }
    }

    System.out.printf(
        "%,d mutated ids and cursors %s: %s, %d foreign, %d broken%n",
        ATTEMPTS, places, statuses, leaks.size(), failures.size());
    assertThat(leaks).isEmpty();
    assertThat(failures).isEmpty();
    assertThat(statuses).containsKeys(200, 400, 403, 404);
    assertThat(statuses.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ATTEMPTS);
  }

  private static List<Attempt> attempts(TwoTenants world, Map<String, Integer> counted) {
    var random = new Random(SEED);
    var everything = new ArrayList<>(world.owner().ids().all());
    everything.addAll(world.stranger().ids().all());
    var members =
        world.stranger().credentials().values().stream()
            .filter(credentials -> credentials.containsKey("Authorization"))
            .toList();
    var operations = world.operations();
    var attempts = new ArrayList<Attempt>();
    while (attempts.size() < ATTEMPTS) {
      var operation = operations.get(random.nextInt(operations.size()));
      var places = operation.ownPlaces().stream().filter(IdKind::isOfId).toList();
      if (places.isEmpty()) {
        continue;
      }
      var place = places.get(random.nextInt(places.size()));
      var kind = IdKind.at(place);
      counted.merge(place.name(), 1, Integer::sum);
      // Mostly what belongs there.
      var originals =
          random.nextInt(4) == 0
              ? everything
              : List.of(world.owner().ids().get(kind), world.stranger().ids().get(kind));
      var credentials =
          operation.isForSites()
              ? world.stranger().credentials().get("SITE")
              : members.get(random.nextInt(members.size()));
      attempts.add(
          Attempt.of(operation, Map.copyOf(credentials), world.stranger().ids())
              .with(place, new Mutations(random, originals).next()));
    }
    return attempts;
  }
}
