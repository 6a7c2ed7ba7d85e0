package io.feedbackplatform.api.mail;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.mail.Mail;
import io.feedbackplatform.core.mail.MailNotSentException;
import io.feedbackplatform.core.mail.Part;
import io.feedbackplatform.core.ses.SesMailer;
import io.feedbackplatform.core.tenant.TenantId;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Amazon SES as it answers on the wire. */
class SesMailerTest {

  private static final String SEND = "/v2/email/outbound-emails";
  private static final TenantId TENANT = TenantId.random();
  private static final Mail MAIL =
      Mail.of(
          new EmailAddress("ada@example.com"),
          "Come in",
          List.of(Part.paragraph("You are invited.")));

  private static final Duration PATIENT = Duration.ofSeconds(30);
  private static final Duration HASTY = Duration.ofSeconds(1);

  @RegisterExtension
  final WireMockExtension ses =
      WireMockExtension.newInstance().options(wireMockConfig().dynamicPort()).build();

  @Test
  void handsTheMessageOverInItsParts() {
    ses.stubFor(post(SEND).willReturn(okJson("{\"MessageId\": \"1\"}")));

    mailer(PATIENT).send(TENANT, MAIL);

    ses.verify(
        1,
        postRequestedFor(urlEqualTo(SEND))
            .withHeader("Authorization", matching("AWS4-HMAC-SHA256 .*"))
            .withRequestBody(
                matchingJsonPath("$.FromEmailAddress", matching("Us <us@example.com>")))
            .withRequestBody(
                matchingJsonPath("$.Destination.ToAddresses[0]", matching("ada@example.com")))
            .withRequestBody(matchingJsonPath("$.Content.Simple.Subject.Data", matching("Come in")))
            .withRequestBody(matchingJsonPath("$.Content.Simple.Body.Text.Data"))
            .withRequestBody(matchingJsonPath("$.Content.Simple.Body.Html.Data"))
            .withRequestBody(matchingJsonPath("$.EmailTags[0].Value", matching(TENANT.value()))));
  }

  @Test
  void triesAgainWhenSesStumbles() {
    ses.stubFor(
        post(SEND)
            .inScenario("stumble")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(503))
            .willSetStateTo("up"));
    ses.stubFor(
        post(SEND)
            .inScenario("stumble")
            .whenScenarioStateIs("up")
            .willReturn(okJson("{\"MessageId\": \"1\"}")));

    mailer(PATIENT).send(TENANT, MAIL);

    ses.verify(2, postRequestedFor(urlEqualTo(SEND)));
  }

  @Test
  void saysThatItWasNotSentWhenSesRefusesOrHangs() {
    ses.stubFor(
        post(SEND)
            .willReturn(
                aResponse()
                    .withStatus(400)
                    .withHeader("x-amzn-ErrorType", "MessageRejected")
                    .withBody(
                        "{\"message\": \"Email address is not verified: ada@example.com\"}")));
    assertThatThrownBy(() -> mailer(PATIENT).send(TENANT, MAIL))
        .isInstanceOf(MailNotSentException.class)
        .hasMessageNotContaining("ada");

    ses.stubFor(post(SEND).willReturn(aResponse().withFixedDelay(60_000)));
    assertThatThrownBy(() -> mailer(HASTY).send(TENANT, MAIL))
        .isInstanceOf(MailNotSentException.class);
  }

  private SesMailer mailer(Duration patience) {
    var client =
        SesV2Client.builder()
            .endpointOverride(URI.create(ses.baseUrl()))
            .region(Region.EU_CENTRAL_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("id", "secret")))
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(limits ->
                limits.apiCallAttemptTimeout(patience).apiCallTimeout(patience.multipliedBy(2)))
            .build();
    return new SesMailer(client, "Us <us@example.com>");
  }
}
