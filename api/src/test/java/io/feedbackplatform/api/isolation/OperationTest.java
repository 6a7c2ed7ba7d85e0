package io.feedbackplatform.api.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/** An operation joins by itself, or fails until somebody says what it needs. */
class OperationTest {

  private static final Ids IDS = Ids.ofNobody(new Random(1));

  @Test
  void findsThePlacesOfAnOperation() throws NoSuchMethodException {
    var operation = operation("GET", "/sites/{siteId}", "known", String.class, String.class);

    assertThat(operation.ownPlaces())
        .containsExactly(
            new Place(Place.Part.PATH, "siteId"), new Place(Place.Part.QUERY, "lastKey"));
    assertThat(Attempt.of(operation, Map.of(), IDS).path())
        .isEqualTo("/sites/" + IDS.get(IdKind.SITE));
  }

  @Test
  void failsForAPathThatNobodyKnows() throws NoSuchMethodException {
    var operation = operation("GET", "/things/{thingId}", "unknown", String.class);

    assertThatThrownBy(() -> Attempt.of(operation, Map.of(), IDS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("thingId");
  }

  @Test
  void failsForABodyThatNobodyKnows() throws NoSuchMethodException {
    var operation = operation("POST", "/things", "written", Map.class);

    assertThatThrownBy(() -> Attempt.of(operation, Map.of(), IDS))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("POST /things");
  }

  private static Operation operation(
      String method, String path, String handler, Class<?>... parameters)
      throws NoSuchMethodException {
    var handlers = new Handlers();
    return new Operation(
        method,
        path,
        new HandlerMethod(handlers, Handlers.class.getDeclaredMethod(handler, parameters)));
  }

  static class Handlers {
    void known(@PathVariable String siteId, @RequestParam String lastKey) {}

    void unknown(@PathVariable String thingId) {}

    void written(@RequestBody Map<String, String> body) {}
  }
}
