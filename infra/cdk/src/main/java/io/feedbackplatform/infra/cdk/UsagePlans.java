package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.services.apigateway.ApiKey;
import software.amazon.awscdk.services.apigateway.Period;
import software.amazon.awscdk.services.apigateway.QuotaSettings;
import software.amazon.awscdk.services.apigateway.RestApi;
import software.amazon.awscdk.services.apigateway.ThrottleSettings;
import software.amazon.awscdk.services.apigateway.UsagePlan;
import software.amazon.awscdk.services.apigateway.UsagePlanPerApiStage;
import software.amazon.awscdk.services.apigateway.UsagePlanProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;

/**
 * How much the holder of an {@code x-api-key} may ask for. Everybody who comes by the entrance
 * shares its key; a partner's program that calls the gateway itself gets one of a tier.
 */
final class UsagePlans {

  /**
   * @param rate requests a second
   * @param quota requests a month
   */
  private record Tier(String name, int rate, int burst, int quota) {}

  private static final List<Tier> TIERS =
      List.of(
          new Tier("free", 5, 10, 10_000),
          new Tier("starter", 20, 40, 200_000),
          new Tier("business", 100, 200, 2_000_000),
          new Tier("enterprise", 500, 500, 20_000_000));

  private UsagePlans() {}

  static void addTo(RestApi api, Place place, ISecret entranceKey) {
    for (var tier : TIERS) {
      api.addUsagePlan(
          "Tier-" + tier.name(),
          plan(api, place.name(tier.name()), tier.rate(), tier.burst())
              .quota(QuotaSettings.builder().limit(tier.quota()).period(Period.MONTH).build())
              .build());
    }
    UsagePlan entrance =
        api.addUsagePlan(
            "Entrance",
            plan(api, place.name("entrance"), Gateway.REQUESTS_A_SECOND, Gateway.BURST).build());
    entrance.addApiKey(
        ApiKey.Builder.create(api, "EntranceKey")
            .description("Sent by the entrance of the API with every request")
            .value(entranceKey.getSecretValue().unsafeUnwrap())
            .build());
  }

  private static UsagePlanProps.Builder plan(RestApi api, String name, int rate, int burst) {
    return UsagePlanProps.builder()
        .name(name)
        .throttle(ThrottleSettings.builder().rateLimit(rate).burstLimit(burst).build())
        .apiStages(
            List.of(
                UsagePlanPerApiStage.builder().api(api).stage(api.getDeploymentStage()).build()));
  }
}
