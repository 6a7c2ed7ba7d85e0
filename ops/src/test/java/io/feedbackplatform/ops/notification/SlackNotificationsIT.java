package io.feedbackplatform.ops.notification;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackNotificationsIT {

  private static final Notification MESSAGE = new Notification("[act now] <b>", "a & b");

  @RegisterExtension
  static final WireMockExtension SLACK =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final SlackNotifications notifications =
      new SlackNotifications(
          () -> URI.create(SLACK.baseUrl() + "/services/T/B/X"), Duration.ofSeconds(5));

  @Test
  void postsTheTextWithoutMarkup() {
    SLACK.stubFor(post("/services/T/B/X").willReturn(aResponse().withStatus(200).withBody("ok")));

    notifications.send(MESSAGE);

    SLACK.verify(
        postRequestedFor(urlEqualTo("/services/T/B/X"))
            .withRequestBody(equalToJson("{\"text\":\"*[act now] &lt;b&gt;*\\na &amp; b\"}")));
  }

  @Test
  void followsNoRedirect() {
    SLACK.stubFor(post("/services/T/B/X").willReturn(temporaryRedirect("/elsewhere")));

    assertThatThrownBy(() -> notifications.send(MESSAGE)).hasMessageContaining("302");
    SLACK.verify(0, postRequestedFor(urlEqualTo("/elsewhere")));
  }

  @Test
  void waitsForNobody() {
    SLACK.stubFor(post("/services/T/B/X").willReturn(aResponse().withFixedDelay(10_000)));

    assertThatThrownBy(() -> notifications.send(MESSAGE)).hasMessageContaining("cannot be reached");
  }

  @Test
  void mayFailWithoutHarmToTheTopic() {
    SLACK.stubFor(post("/services/T/B/X").willReturn(aResponse().withStatus(500)));
    var told = new ArrayList<Notification>();
    var lost = new ArrayList<String>();

    assertThatCode(
            () -> new AlsoNotify(told::add, notifications, () -> lost.add("slack")).send(MESSAGE))
        .doesNotThrowAnyException();
    assertThat(told).containsExactly(MESSAGE);
    assertThat(lost).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://hooks.slack.com/services/T/B/X",
        "https://hooks.slack.com.evil.example/services/T",
        "https://evil.example/?hooks.slack.com",
        "https://hooks.slack.com@evil.example/",
        "https://hooks.slack.com:8443/services/T",
        "https://user@hooks.slack.com/services/T",
        "https://169.254.169.254/latest/meta-data",
        "file:///etc/passwd",
        "not an address",
        ""
      })
  void postsNowhereButToSlack(String secret) {
    assertThatThrownBy(() -> SlackWebhook.parse(secret))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the secret is not");
  }

  @Test
  void takesTheAddressThatSlackGivesAndDoesNotShowIt() {
    var webhook = SlackWebhook.parse("https://hooks.slack.com/services/T/B/secret\n");

    assertThat(webhook.address()).hasPath("/services/T/B/secret");
    assertThat(webhook.toString()).doesNotContain("secret");
  }
}
