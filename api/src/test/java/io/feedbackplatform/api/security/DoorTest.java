package io.feedbackplatform.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.testing.ApiTest;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@ApiTest
@Import(DoorTest.Forgotten.class)
class DoorTest {

  @Autowired MockMvcTester api;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mappings;

  /** A handler for which nobody wrote a rule. */
  @RestController
  static class Forgotten {

    @GetMapping("/forgotten")
    String secret() {
      return "secret";
    }
  }

  @Test
  void isTheOnlyWayIn() {
    assertThat(api.get().uri("/forgotten"))
        .hasStatus(404)
        .bodyJson()
        .extractingPath("$.code")
        .isEqualTo("not_found");
  }

  @Test
  void standsBeforeEachHandler() {
    var handlers = new TreeSet<String>();
    mappings
        .getHandlerMethods()
        .forEach((mapping, handler) -> {
          var ours = handler.getBeanType().getName().startsWith("io.feedbackplatform.api.");
          var named = !mapping.getMethodsCondition().getMethods().isEmpty();
          if (ours && named && handler.getBeanType() != Forgotten.class) {
            mapping
                .getPatternValues()
                .forEach(path ->
                    mapping
                        .getMethodsCondition()
                        .getMethods()
                        .forEach(method -> handlers.add(method + " " + path)));
          }
        });
    var doors = new TreeSet<String>();
    Door.all().forEach(door -> doors.add(door.method() + " " + door.path()));

    assertThat(doors).isEqualTo(handlers);
  }
}
