package io.feedbackplatform.infra.local.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** What the events of both kinds have in common. */
final class Events {

  static final String ACCOUNT = "123456789012";
  static final String API = "local";
  static final String PROTOCOL = "HTTP/1.1";

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .changeDefaultPropertyInclusion(
              inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final Clock clock;

  Events(Clock clock) {
    this.clock = clock;
  }

  long epochMillis() {
    return clock.millis();
  }

  /** The time in the form of a web server's log, which both kinds carry. */
  String time() {
    return TIME.format(clock.instant());
  }

  byte[] json(Object event) {
    return JSON.writeValueAsBytes(event);
  }
}
