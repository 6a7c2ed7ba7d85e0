package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Ids and cursors that are nearly right open nothing and break nothing. */
class MutatedIdsIT {

  private static final int ATTEMPTS = 10_000;
  private static final long SEED = 20_261_123;
  private static final Place TENANT = new Place(Place.Part.HEADER, "X-Tenant-Id");

  @Test
  void findsNothingForeignAndBreaksNothingWithTenThousandMutations() throws Exception {
    var leaks = Collections.synchronizedList(new ArrayList<String>());
    var failures = Collections.synchronizedList(new ArrayList<String>());
    var statuses = new ConcurrentSkipListMap<Integer, Integer>();
    var places = new ConcurrentSkipListMap<String, Integer>();
    try (var world = new TwoTenants();
        var threads = Executors.newFixedThreadPool(4)) {
      var operations = world.operations().stream().filter(MutatedIdsIT::namesSomething).toList();
      var sent =
          IntStream.range(0, ATTEMPTS)
              .mapToObj(number ->
                  threads.submit(() -> {
                    var attempt = attempt(world, operations, new Random(SEED + number), places);
                    var answer = world.send(world.stranger(), attempt);
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

  private static boolean namesSomething(Operation operation) {
    return operation.ownPlaces().stream().anyMatch(place -> IdKind.isOfId(operation, place));
  }

  private static Attempt attempt(
      TwoTenants world, List<Operation> operations, Random random, Map<String, Integer> counted) {
    var own = world.stranger().ids();
    var foreign = world.owner().ids();
    var operation = any(operations, random);
    var places =
        operation.ownPlaces().stream().filter(place -> IdKind.isOfId(operation, place)).toList();
    var place = any(places, random);
    if (place.equals(TENANT) && random.nextInt(4) > 0) {
      place = any(places, random); // It stands nearly everywhere.
    }
    var kind = IdKind.at(operation, place);
    counted.merge(place.name(), 1, Integer::sum);
    // Mostly what belongs there.
    var originals =
        random.nextInt(4) == 0
            ? Stream.concat(own.all().stream(), foreign.all().stream()).toList()
            : List.of(foreign.get(kind), own.get(kind));
    var value = new Mutations(random, originals).next();
    var letsIn = kind.isCredentialIn(operation, place) && value.equals(foreign.get(kind));
    var credentials = world.stranger().credentials();
    var callers =
        operation.isForSites()
            ? List.of(credentials.get("SITE"), credentials.get("API_KEY"))
            : credentials.values().stream().filter(one -> !one.containsKey("X-Site-Key")).toList();
    return Attempt.of(operation, any(callers, random), own)
        .with(place, letsIn ? value + "-" : value);
  }

  private static <T> T any(List<T> these, Random random) {
    return these.get(random.nextInt(these.size()));
  }
}
