package io.feedbackplatform.api.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What one caller tries with the ids of another tenant. */
record Attempts(Map<String, String> credentials, Ids own, Ids foreign) {

  private static final List<String> BAD =
      List.of(
          "", "\0", "../../feedback", "' OR 1=1 --", "%00%0d%0a", "😀\ud800", "x".repeat(4_000));
  private static final List<String> BAD_BODIES =
      List.of("", "{", "[]", "null", "{\"unknown\":1}", "{\"message\":1}", "\0");

  List<Attempt> of(Operation operation) {
    var good = Attempt.of(operation, credentials, own);
    var attempts = new ArrayList<Attempt>();
    attempts.add(good);
    for (var method : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
      attempts.add(good.withMethod(method));
    }
    var everything = good;
    for (var place : operation.places()) {
      for (var kind : IdKind.values()) {
        attempts.add(good.with(place, own.get(kind)));
        attempts.add(good.with(place, foreign.get(kind)));
      }
      for (var bad : BAD) {
        attempts.add(good.with(place, bad));
      }
      everything = everything.with(place, foreign.get(IdKind.at(place)));
    }
    attempts.add(everything);
    if (!operation.body().isEmpty()) {
      BAD_BODIES.forEach(body -> attempts.add(good.withBody(body)));
    }
    attempts.add(
        good.with(new Place(Place.Part.HEADER, "Origin"), foreign.get(IdKind.ORIGIN))
            .with(new Place(Place.Part.HEADER, "Access-Control-Request-Method"), good.method())
            .withMethod("OPTIONS"));
    return attempts;
  }
}
