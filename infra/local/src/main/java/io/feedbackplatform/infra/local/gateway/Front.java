package io.feedbackplatform.infra.local.gateway;

import java.time.Duration;

/** One of the two kinds of API Gateway that call a function. */
interface Front {

  /** Whether there is a stage, a path and a method for the request. */
  boolean knows(GatewayRequest request);

  /** The event of a request that is known, as JSON. */
  byte[] event(GatewayRequest request);

  /** What the client gets of a function's answer. */
  GatewayResponse response(byte[] answer) throws MalformedAnswerException;

  /** How long the gateway waits for the function. */
  Duration patience();

  /** The answer to what is not known. */
  GatewayResponse unknown();

  /** The payload is longer than what the gateway or the function takes. */
  GatewayResponse tooLong();

  /** The function failed, or answered what nobody understands. */
  GatewayResponse failed();

  /** The function did not answer in time. */
  GatewayResponse late();
}
