package io.feedbackplatform.core.sqs;

import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.recount.RecountQueue;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Hands orders on by a queue; a message's body is the ids of the tenant and the order. */
public final class SqsRecountQueue implements RecountQueue {

  /** The variable that tells a process the queue's URL. */
  public static final String QUEUE_VARIABLE = "FEEDBACK_RECOUNTS_QUEUE_URL";

  private static final String BETWEEN = " ";

  private static final Pattern ON_AWS =
      Pattern.compile("https://sqs\\.([a-z0-9-]+)\\.amazonaws\\.");

  private final SqsClient client;
  private final String queueUrl;

  /** What a message says. */
  public record Ordered(TenantId tenant, RecountId id) {

    /**
     * @throws IllegalArgumentException when this is the body of no order
     */
    public static Ordered parse(String body) {
      var ids = body.split(BETWEEN, -1);
      if (ids.length != 2) {
        throw new IllegalArgumentException("an order has the ids of a tenant and a recount");
      }
      return new Ordered(new TenantId(ids[0]), new RecountId(ids[1]));
    }
  }

  /** The region that the URL of a queue on AWS names. */
  public static Optional<Region> regionOf(String queueUrl) {
    return Optional.of(ON_AWS.matcher(queueUrl))
        .filter(Matcher::lookingAt)
        .map(url -> Region.of(url.group(1)));
  }

  public SqsRecountQueue(SqsClient client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public void send(TenantId tenant, RecountId id) {
    client.sendMessage(
        message -> message.queueUrl(queueUrl).messageBody(tenant.value() + BETWEEN + id));
  }
}
