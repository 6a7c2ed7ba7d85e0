package io.feedbackplatform.ops.notification;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/**
 * The address of an incoming webhook of Slack (api.slack.com, "Sending messages using incoming
 * webhooks"). It is a secret: whoever knows it can post, so that it shows itself nowhere.
 */
public record SlackWebhook(URI address) {

  private static final Set<String> HOSTS = Set.of("hooks.slack.com", "hooks.slack-gov.com");

  /**
   * @throws IllegalArgumentException if that is not an address of Slack's; its message does not
   *     contain it
   */
  public SlackWebhook {
    if (!"https".equals(address.getScheme())
        || address.getHost() == null
        || !HOSTS.contains(address.getHost())
        || address.getPort() != -1
        || address.getRawUserInfo() != null
        || address.getRawQuery() != null
        || address.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "the secret is not the address of an incoming webhook, https://hooks.slack.com/...");
    }
  }

  /** The webhook at an address, as a secret holds it. */
  public static SlackWebhook parse(String secret) {
    try {
      return new SlackWebhook(new URI(secret.strip()));
    } catch (URISyntaxException notAnAddress) {
      throw new IllegalArgumentException("the secret is not an address");
    }
  }

  @Override
  public String toString() {
    return "https://" + address.getHost() + "/...";
  }
}
