package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.feedbackplatform.core.member.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever a tenant's members and pages ask for, with another tenant's ids wherever an id can
 * stand, they get nothing of that tenant. Operations join by themselves; one that nobody gets to
 * work fails the test.
 */
class CanaryIT {

  /**
   * Browsers let a page read a refusal if any site lists its origin, since they ask before a key is
   * known: by this alone may a foreign origin differ from one that nobody lists.
   */
  private static final Place ORIGIN = new Place(Place.Part.HEADER, "Origin");

  /** Takes a word or two: a random text that chance parts into more is refused for that alone. */
  private static final Place TERM = new Place(Place.Part.QUERY, "term");

  private static final String NO_TERM = "\"invalid_term\"";

  private TwoTenants world;
  private MarkedTenant owner;
  private MarkedTenant stranger;
  private MarkedTenant ownerless;
  private Map<String, String> operator;

  @BeforeEach
  void start() {
    world = new TwoTenants();
    owner = world.owner();
    stranger = world.stranger();
    ownerless = world.withoutOwner();
    operator = world.operator(new UserId("operator"));
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void showsATenantsDataToItselfAndNothingOfItToAnother() {
    var foreign = crawl(stranger, owner, owner);
    assertThat(foreign.leaks()).isEmpty();
    assertThat(foreign.failures()).isEmpty();
    assertThat(foreign.logged()).isEmpty();

    var own = crawl(owner, stranger, owner);
    assertThat(own.shown(owner)).containsAll(owner.canaries().keySet());
    assertThat(own.logged()).contains(owner.ids().get(IdKind.TENANT));
    for (var crawl : List.of(foreign, own)) {
      assertThat(crawl.served())
          .as(
              "operations that somebody got to work. Where one is missing: a body that is accepted in"
                  + " Operation.BODIES, what is at its address in Spares and IdKind.PLACES, or who may do"
                  + " it in MarkedTenant.hire")
          .containsAll(world.operations().stream().map(Operation::name).toList());
    }
  }

  @Test
  void tellsWhatIsForeignAndWhatDoesNotExistAlike() {
    var nobody = Ids.ofNobody(new Random(1));
    var pairs = 0;
    var differences = new ArrayList<String>();
    for (var operation : world.operations()) {
      var own = operation.ownPlaces();
      for (var caller : stranger.credentials().entrySet()) {
        for (var place : operation.places()) {
          if (caller.getValue().containsKey(place.name())) {
            continue; // The caller's own credential: with another they would be somebody else.
          }
          var belonging = IdKind.at(operation, place);
          for (var kind : own.contains(place) ? List.of(IdKind.values()) : List.of(belonging)) {
            if (kind.isCredentialIn(operation, place)) {
              continue; // As above: who has it is let in.
            }
            var foreign = answer(operation, caller.getValue(), place, owner.ids().get(kind));
            var missing = answer(operation, caller.getValue(), place, nobody.get(kind));
            if (place.equals(TERM)
                && (foreign.text().contains(NO_TERM) || missing.text().contains(NO_TERM))) {
              continue;
            }
            if (kind == IdKind.ORIGIN && place.equals(ORIGIN) && operation.isForSites()) {
              foreign = foreign.withoutCors();
              missing = missing.withoutCors();
            }
            pairs++;
            if (!foreign.equals(missing)) {
              differences.add(
                  "%s as %s, %s in %s:%n%s%n%s"
                      .formatted(operation.name(), caller.getKey(), kind, place, foreign, missing));
            }
          }
        }
      }
    }
    System.out.printf(
        "%,d pairs of foreign and missing ids, %d told apart%n", pairs, differences.size());
    assertThat(differences).isEmpty();

    // What is one's own is told apart.
    var found = new Place(Place.Part.PATH, "feedbackId");
    var operation =
        world.operations().stream()
            .filter(one -> one.places().contains(found))
            .findFirst()
            .orElseThrow();
    var viewer = stranger.credentials().get("VIEWER");
    assertThat(answer(operation, viewer, found, stranger.ids().get(IdKind.FEEDBACK)))
        .isNotEqualTo(answer(operation, viewer, found, nobody.get(IdKind.FEEDBACK)));
  }

  private Answer answer(
      Operation operation, Map<String, String> credentials, Place place, String value) {
    var good = Attempt.of(operation, credentials, stranger.ids());
    return world.send(stranger, good.with(place, value)).comparable();
  }

  private record Crawl(
      List<String> leaks,
      List<String> failures,
      List<String> logged,
      Set<String> served,
      String all) {

    Set<String> shown(MarkedTenant tenant) {
      var shown = new TreeSet<String>();
      tenant
          .canaries()
          .forEach((thing, canary) -> {
            if (all.contains(canary)) {
              shown.add(thing);
            }
          });
      return shown;
    }
  }

  /** Operators may see all tenants, and are tried with those ids that they are to work on. */
  private List<Attempts> attempts(Operation operation, MarkedTenant caller, MarkedTenant other) {
    var attempts = new ArrayList<Attempts>();
    caller
        .credentials()
        .values()
        .forEach(credentials -> attempts.add(new Attempts(credentials, other.ids())));
    if (operation.isForOperators()) {
      var target = operation.name().endsWith("/owner-invitation") ? ownerless : caller;
      attempts.add(new Attempts(operator, target.ids()));
    }
    return attempts;
  }

  private boolean isOfOperator(Attempt attempt) {
    return attempt.headers().entrySet().containsAll(operator.entrySet());
  }

  /** Tries everything as one tenant with the ids of the other, and looks for what the owner has. */
  private Crawl crawl(MarkedTenant caller, MarkedTenant other, MarkedTenant sought) {
    var leaks = new ArrayList<String>();
    var failures = new ArrayList<String>();
    var served = new HashSet<String>();
    var all = new StringBuilder();
    var statuses = new TreeMap<Integer, Integer>();
    List<String> lines;
    try (var log = CapturedLog.begin()) {
      for (var operation : world.operations()) {
        for (var attempts : attempts(operation, caller, other)) {
          for (var waiting : attempts.of(operation)) {
            var attempt = waiting.apply(caller.ids());
            var answer = world.send(caller, attempt);
            statuses.merge(answer.status(), 1, Integer::sum);
            var found = sought.foundIn(answer.text(), attempt.sent());
            if (!found.isEmpty() && !isOfOperator(attempt)) {
              leaks.add(attempt + " shows " + found);
              all.append(found);
            }
            if (answer.status() >= 500) {
              failures.add(attempt + ": " + answer.text());
            }
            if (answer.status() < 300 && attempt.method().equals(operation.method())) {
              served.add(operation.name());
            }
          }
        }
      }
      int requests = statuses.values().stream().mapToInt(Integer::intValue).sum();
      // The last lines are written when the answers are already here.
      var operation = world.operations().getFirst();
      world.send(caller, Attempt.of(operation, Map.of(), caller.ids()).withMethod("MARK"));
      await().until(() -> log.lines().stream().anyMatch(line -> line.contains("MARK")));
      lines = log.lines();
      System.out.printf(
          "%,d requests to %d operations: %s; %,d answers and %,d of %,d log lines hold the tenant's own%n",
          requests,
          world.operations().size(),
          statuses,
          leaks.size(),
          lines.stream().filter(line -> !sought.foundIn(line, "").isEmpty()).count(),
          lines.size());
    }
    var logged = lines.stream().flatMap(line -> sought.foundIn(line, "").stream()).distinct();
    return new Crawl(leaks, failures, logged.toList(), served, all.toString());
  }
}
