package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallationTest {

  @Test
  void needsNothingButAStage() {
    var installation = installation(Map.of());

    assertThat(installation.stage()).isEqualTo(new Stage("prod"));
    assertThat(installation.region()).isEqualTo("us-east-1");
    assertThat(installation.plan()).isEqualTo(Plan.STANDARD);
    assertThat(installation.account()).isNull();
    assertThat(installation.domain()).isNull();
    assertThat(installation.webAdapter().arn("eu-west-1"))
        .startsWith("arn:aws:lambda:eu-west-1:753240598075:layer:LambdaAdapterLayerX86:");
  }

  @Test
  void takesTheAccountOfTheCommandLinesCredentials() {
    var installation =
        Installation.of(Map.of("stage", "prod"), Map.of("CDK_DEFAULT_ACCOUNT", "111122223333"));

    assertThat(installation.account()).isEqualTo("111122223333");
  }

  @Test
  void takesListsAsTextOrAsLists() {
    assertThat(installation(Map.of("allowedCountries", "DE, FR,DE")).allowedCountries())
        .isEqualTo(installation(Map.of("allowedCountries", List.of("DE", "FR"))).allowedCountries())
        .containsExactly("DE", "FR");
    assertThat(
            installation(Map.of("allowedAddresses", "192.0.2.7,2001:db8::/32")).allowedAddresses())
        .containsExactly("192.0.2.7/32", "2001:db8::/32");
  }

  @Test
  void takesTheLayerOfTheArchitectureOrOneOfYourOwn() {
    assertThat(installation(Map.of("architecture", "arm64")).webAdapter().arn("eu-west-1"))
        .contains("LambdaAdapterLayerArm64");
    assertThat(installation(Map.of("webAdapterLayerVersion", 28)).webAdapter().arn("us-east-1"))
        .endsWith(":LambdaAdapterLayerX86:28");
    var own = "arn:aws:lambda:us-east-1:111122223333:layer:adapter:4";
    assertThat(installation(Map.of("webAdapterLayerArn", own)).webAdapter().arn("us-east-1"))
        .isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          stage                  | Prod_1            | --context stage=prod
          region                 | mars-north-1      | as in us-east-1
          region                 | cn-north-1        | outside China
          region                 | aws-global        | as in us-east-1
          account                | 1234              | twelve digits
          plan                   | cheap             | standard (the default) or economy
          domain                 | example.com       | hostedZoneId together
          hostedZoneId           | Z0123456789ABC    | hostedZoneId together
          secondRegion           | eu-west-1         | --context domain=
          secondRegion           | us-east-1         | another region
          allowedCountries       | Germany           | as in DE,FR,CH
          allowedCountries       | de                | as in DE,FR,CH
          allowedAddresses       | 10.0.0.0/33       | as in 192.0.2.0/24
          allowedAddresses       | 0.0.0.0/0         | as in 192.0.2.0/24
          allowedAddresses       | example.com       | as in 192.0.2.0/24
          allowedAddresses       | 10.0.0.0/x        | as in 192.0.2.0/24
          notificationEmail      | somebody          | as in ops@example.com
          slack                  | yes               | true or false
          comprehend             | maybe             | true or false
          architecture           | x86               | x86_64 (the default) or arm64
          webAdapterLayerVersion | latest            | a whole number
          webAdapterLayerArn     | adapter           | the ARN of a layer
          reservedConcurrency    | 0                 | a whole number from 1
          reservedConcurrency    | 99999999999       | a whole number from 1
          cursorKey              | -1                | a whole number from 1
          keyPepper              | 0                 | a whole number from 1
          limits                 | free.chairs=3     | as in free.seats=10
          release                | fast              | canary (the default) or direct
          costMonitor            | default           | the ARN of a monitor
          regoin                 | eu-west-1         | known are: account, allowedAddresses
          """)
  void saysHowToMendABadValue(String name, String value, String advice) {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> installation(Map.of(name, value)))
        .withMessageContaining(name)
        .withMessageContaining(advice)
        .matches(refusal -> !refusal.getMessage().contains("\n"));
  }

  @ParameterizedTest
  @CsvSource({
    "Feedback.Example.com, Z0123456789ABC",
    "localhost, Z0123456789ABC",
    "-a.example.com, Z0123456789ABC",
    "a..example.com, Z0123456789ABC",
    "a-name-that-does-not-fit-into-a-certificate.feedback.example.com, Z0123456789ABC",
    "feedback.example.com, zone"
  })
  void saysHowToMendABadDomain(String domain, String zone) {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> installation(Map.of("domain", domain, "hostedZoneId", zone)))
        .withMessageContaining("as in");
  }

  /** AWS refuses the host of the sign-in pages of such a stage, in the middle of a deployment. */
  @ParameterizedTest
  @ValueSource(strings = {"jaws", "amazonia", "cognito2"})
  void leavesToAwsWhatItKeepsToItself(String stage) {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> new Stage(stage))
        .withMessageContaining("another --context stage");
  }

  @Test
  void saysHowToNameTheStage() {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> Installation.of(Map.of("stage", " "), Map.of()))
        .withMessage("Name the stage: --context stage=prod");
  }

  @Test
  void promisesNoDoorkeeperThatThePlanDoesNotHave() {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(
            () -> installation(Map.of("plan", "economy", "allowedAddresses", "192.0.2.0/24")))
        .withMessageContaining("--context plan=standard");
  }

  @Test
  void takesOneWayToAQuickStart() {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> installation(Map.of("snapStart", "true", "provisionedConcurrency", "5")))
        .withMessageContaining("not both");
  }

  @Test
  void doesNotPromiseComprehendWhereItIsNot() {
    assertThat(installation(Map.of("comprehend", "true")).comprehend()).isTrue();
    assertThat(installation(Map.of("region", "eu-north-1")).comprehend()).isFalse();
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> installation(Map.of("comprehend", "true", "region", "eu-north-1")))
        .withMessageContaining("not in eu-north-1");
  }

  /** DynamoDB advises one reader for the stream of a global table, and there is one that counts. */
  @Test
  void letsNoSecondReaderOntoTheStreamOfTwoRegions() {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() ->
            installation(
                Map.of(
                    "comprehend", "true",
                    "secondRegion", "eu-west-1",
                    "domain", "feedback.example.com",
                    "hostedZoneId", "Z0123456789ABC")))
        .withMessageContaining("--context comprehend or secondRegion, not both");
  }

  @Test
  void leavesTheSettingsOfTheCdkAlone() {
    var context = Map.<String, Object>of("aws:cdk:enable-path-metadata", true, "cli-telemetry", "");

    assertThat(installation(context)).isEqualTo(installation(Map.of()));
  }

  @Test
  void saysWhichCommandMakesAMissingPackage() {
    assertThatExceptionOfType(InvalidInstallation.class)
        .isThrownBy(() -> Packages.of(Path.of("nowhere")))
        .withMessageContaining("nowhere")
        .withMessageContaining("mvn install -Plambda");
  }

  private static Installation installation(Map<String, Object> special) {
    var context = new HashMap<String, Object>(Map.of("stage", "prod"));
    context.putAll(special);
    return Installation.of(context, Map.of());
  }
}
