package io.feedbackplatform.api.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What one caller tries with the ids of another tenant. Each waits for the caller's own ids, as
 * they are when its turn comes.
 */
record Attempts(Map<String, String> credentials, Ids foreign) {

  private static final List<String> BAD =
      List.of(
          "", "\0", "../../feedback", "' OR 1=1 --", "%00%0d%0a", "😀\ud800", "x".repeat(4_000));
  private static final List<String> BAD_BODIES =
      List.of("", "{", "[]", "null", "{\"unknown\":1}", "{\"message\":1}", "\0");

  List<Function<Ids, Attempt>> of(Operation operation) {
    Function<Ids, Attempt> good = own -> Attempt.of(operation, credentials, own);
    var attempts = new ArrayList<Function<Ids, Attempt>>();
    attempts.add(good);
    for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
      attempts.add(good.andThen(attempt -> attempt.withMethod(method)));
    }
    var own = operation.ownPlaces();
    var everything = good;
    for (var place : operation.places()) {
      var belonging = IdKind.at(operation, place);
      for (var kind : own.contains(place) ? List.of(IdKind.values()) : List.of(belonging)) {
        attempts.add(mine -> good.apply(mine).with(place, mine.get(kind)));
        if (!kind.isCredentialIn(operation, place)) {
          attempts.add(good.andThen(attempt -> attempt.with(place, foreign.get(kind))));
        }
      }
      if (own.contains(place)) {
        BAD.forEach(bad -> attempts.add(good.andThen(attempt -> attempt.with(place, bad))));
      }
      if (!belonging.isCredentialIn(operation, place)) {
        everything = everything.andThen(attempt -> attempt.with(place, foreign.get(belonging)));
      }
    }
    attempts.add(everything);
    if (operation.hasBody()) {
      BAD_BODIES.forEach(body -> attempts.add(good.andThen(attempt -> attempt.withBody(body))));
    }
    attempts.add(
        good.andThen(attempt ->
            attempt
                .with(new Place(Place.Part.HEADER, "Origin"), foreign.get(IdKind.ORIGIN))
                .with(
                    new Place(Place.Part.HEADER, "Access-Control-Request-Method"), attempt.method())
                .withMethod("OPTIONS")));
    return attempts;
  }
}
