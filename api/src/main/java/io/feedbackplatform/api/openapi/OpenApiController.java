package io.feedbackplatform.api.openapi;

import io.feedbackplatform.api.settings.ApiSettings;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Serves the description that was generated from the handlers when the tests ran, with the address
 * of this installation in it.
 */
@Hidden
@RestController
class OpenApiController {

  private final SingletonSupplier<byte[]> description;

  OpenApiController(ApiSettings settings) {
    this.description = SingletonSupplier.of(() -> read(settings));
  }

  @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<byte[]> description() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.maxAge(Duration.ofSeconds(60)).cachePublic())
        .body(description.obtain());
  }

  private static byte[] read(ApiSettings settings) {
    // Our own file is longer than what is accepted from callers.
    var json = new JsonMapper();
    try (var file = new ClassPathResource("openapi.json").getInputStream()) {
      var document = (ObjectNode) json.readTree(file);
      document.putArray("servers").addObject().put("url", settings.publicUrl().toString());
      return json.writeValueAsBytes(document);
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
  }
}
