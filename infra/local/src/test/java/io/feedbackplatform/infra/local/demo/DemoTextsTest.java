package io.feedbackplatform.infra.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemoTextsTest {

  static List<String> shops() {
    return DemoTenants.shops();
  }

  @Test
  void haveAtLeastThreeHundredSubmissions() {
    long all = shops().stream().mapToLong(shop -> submissions(shop).size()).sum();

    assertThat(all).isGreaterThanOrEqualTo(300);
  }

  @ParameterizedTest
  @MethodSource("shops")
  void sayTheSameInEveryRun(String shop) {
    assertThat(submissions(shop)).isEqualTo(submissions(shop));
  }

  @ParameterizedTest
  @MethodSource("shops")
  void areVaried(String shop) {
    var all = submissions(shop);

    assertThat(values(all, "rating")).contains(1, 2, 3, 4, 5);
    assertThat(values(all, "locale").stream().distinct()).hasSizeGreaterThan(6);
    assertThat(values(all, "category").stream().distinct()).hasSizeGreaterThan(3);
    assertThat(all).anyMatch(body -> !body.containsKey("rating"));
    assertThat(all).anyMatch(body -> !body.containsKey("message"));
    assertThat(all).allMatch(body -> body.containsKey("rating") || body.containsKey("message"));
    assertThat(all).anyMatch(body -> body.containsKey("email"));
    assertThat(all).anyMatch(body -> body.containsKey("metadata"));
    assertThat(values(all, "message").stream().distinct()).hasSizeGreaterThan(100);
  }

  private static List<Map<String, Object>> submissions(String shop) {
    return DemoTexts.load(shop).submissions();
  }

  private static List<Object> values(List<Map<String, Object>> bodies, String field) {
    return bodies.stream()
        .filter(body -> body.containsKey(field))
        .map(body -> body.get(field))
        .collect(Collectors.toList());
  }
}
