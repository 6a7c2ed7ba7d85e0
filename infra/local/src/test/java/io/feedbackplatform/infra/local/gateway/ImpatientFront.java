package io.feedbackplatform.infra.local.gateway;

import java.time.Clock;
import java.time.Duration;

/** A REST API that waits for next to nothing. */
final class ImpatientFront implements Front {

  private final RestApi api = new RestApi(Clock.systemUTC());

  @Override
  public Duration patience() {
    return Duration.ofMillis(50);
  }

  @Override
  public boolean knows(GatewayRequest request) {
    return api.knows(request);
  }

  @Override
  public byte[] event(GatewayRequest request) {
    return api.event(request);
  }

  @Override
  public GatewayResponse response(byte[] answer) throws MalformedAnswerException {
    return api.response(answer);
  }

  @Override
  public GatewayResponse unknown() {
    return api.unknown();
  }

  @Override
  public GatewayResponse tooLong() {
    return api.tooLong();
  }

  @Override
  public GatewayResponse failed() {
    return api.failed();
  }

  @Override
  public GatewayResponse late() {
    return api.late();
  }
}
