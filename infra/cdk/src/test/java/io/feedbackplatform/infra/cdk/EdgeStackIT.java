package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Template;

class EdgeStackIT {

  private static final String FIREWALL = "AWS::WAFv2::WebACL";

  /** Feedback may hold markup, queries, addresses and paths, and be long. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "STANDARD_TWO_REGIONS", "RESTRICTED"})
  void blocksNoText(Layout layout) {
    assertThat(Templates.of(layout).all(FIREWALL))
        .isNotEmpty()
        .allSatisfy(firewall -> {
          assertThat(counted(firewall, "AWSManagedRulesCommonRuleSet"))
              .containsExactlyInAnyOrder(
                  "SizeRestrictions_BODY",
                  "CrossSiteScripting_BODY",
                  "GenericLFI_BODY",
                  "GenericRFI_BODY",
                  "EC2MetaDataSSRF_BODY");
          assertThat(counted(firewall, "AWSManagedRulesKnownBadInputsRuleSet"))
              .containsExactlyInAnyOrder("JavaDeserializationRCE_BODY", "Log4JRCE_BODY");
          assertThat(firewall.json().toString()).doesNotContain("SQLi");
        });
  }

  /** Who has no site key is counted too, or a stolen token could ask as often as it liked. */
  @Test
  void countsEverybodyByAddressBeforeTheApiAndPagesMoreStrictly() {
    var firewall = Templates.of(Layout.STANDARD).the(FIREWALL, "/Scope", "CLOUDFRONT");
    var pages = firewall.property("/Rules/0/Statement/RateBasedStatement");
    var everybody = firewall.property("/Rules/1/Statement/RateBasedStatement");

    assertThat(pages.path("Limit").asInt()).isEqualTo(Firewall.REQUESTS_PER_VISITOR);
    assertThat(pages.path("ScopeDownStatement").toString()).contains("x-site-key");
    assertThat(everybody.path("Limit").asInt()).isEqualTo(Firewall.REQUESTS_PER_PARTNER);
    assertThat(everybody.has("ScopeDownStatement")).isFalse();
    assertThat(firewall.property("/Rules/1/Action").has("Block")).isTrue();
  }

  @Test
  void keepsOthersOutWhereOnlySomeMayCome() {
    var templates = Templates.of(Layout.RESTRICTED);

    assertThat(templates.all(FIREWALL))
        .allSatisfy(firewall -> {
          var first = firewall.property("/Rules/0");
          assertThat(first.path("Name").asText()).isEqualTo("OtherAddresses");
          assertThat(first.path("Action").has("Block")).isTrue();
          assertThat(first.path("Statement").has("NotStatement")).isTrue();
        });
    assertThat(templates.all("AWS::WAFv2::IPSet"))
        .extracting(addresses -> addresses.text("/Addresses/0"))
        .containsOnly("192.0.2.0/24", "2001:db8::/32");
    assertThat(templates.the(FIREWALL, "/Scope", "REGIONAL").json().toString())
        .contains("GeoMatchStatement");
  }

  /** Where CloudFront looks for them, whatever the region of the rest. */
  @ParameterizedTest
  @EnumSource
  void standsInUsEast1(Layout layout) {
    assertThat(layout.platform().stacks())
        .filteredOn(stack -> stack.getStackName().equals("feedback-edge-prod"))
        .allSatisfy(stack -> assertThat(stack.getRegion()).isEqualTo("us-east-1"));
  }

  @Test
  void isNotThereWhenNothingIsNeeded() {
    assertThat(Templates.of(Layout.ECONOMY).byStack()).doesNotContainKey("feedback-edge-prod");
  }

  /** The gateway must know its own host; CloudFront's key opens it. */
  @Test
  void passesWhatCallersSayAndRemembersOnlyLooks() {
    var distribution =
        Templates.of(Layout.STANDARD).all("AWS::CloudFront::Distribution").stream()
            .filter(candidate -> candidate.stack().equals("feedback-api-prod"))
            .findAny()
            .orElseThrow();
    var config = distribution.property("/DistributionConfig");
    var allViewerExceptHostHeader = "b689b0a8-53d0-40ab-baf2-68738e2966ac";
    var cachingDisabled = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad";

    assertThat(config.at("/DefaultCacheBehavior/CachePolicyId").asText())
        .isEqualTo(cachingDisabled);
    assertThat(config.at("/DefaultCacheBehavior/OriginRequestPolicyId").asText())
        .isEqualTo(allViewerExceptHostHeader);
    assertThat(config.at("/DefaultCacheBehavior/AllowedMethods"))
        .extracting(JsonNode::asText)
        .contains("POST", "PATCH", "DELETE", "OPTIONS");
    assertThat(config.at("/CacheBehaviors/0/PathPattern").asText())
        .isEqualTo("/prod/widget/config");
    assertThat(config.at("/Origins/0/OriginCustomHeaders/0/HeaderName").asText())
        .isEqualTo("x-api-key");
    assertThat(config.at("/Origins/0/OriginCustomHeaders/0/HeaderValue").toString())
        .contains("{{resolve:secretsmanager:");
    assertThat(
            Templates.of(Layout.STANDARD)
                .all("AWS::CloudFront::CachePolicy")
                .getFirst()
                .json()
                .findValue("Headers"))
        .extracting(JsonNode::asText)
        .containsExactlyInAnyOrder("X-Site-Key", "Origin", "API-Version");
  }

  /** Errors are kept by path alone, whoever asks, unless CloudFront is told not to. */
  @Test
  void givesNobodyTheErrorOfSomebodyElse() {
    var errors =
        Templates.of(Layout.STANDARD).all("AWS::CloudFront::Distribution").stream()
            .filter(candidate -> candidate.stack().equals("feedback-api-prod"))
            .findAny()
            .orElseThrow()
            .property("/DistributionConfig/CustomErrorResponses");

    assertThat(errors)
        .extracting(error -> error.path("ErrorCode").asInt())
        .contains(403, 404, 500, 502, 503, 504);
    assertThat(errors)
        .allSatisfy(error -> {
          assertThat(error.path("ErrorCachingMinTTL").asInt(-1)).isZero();
          assertThat(error.has("ResponseCode")).isFalse();
        });
  }

  @Test
  void keepsCredentialsOutOfSamplesOfRequests() {
    assertThat(Templates.of(Layout.RESTRICTED).all(FIREWALL))
        .hasSize(2)
        .allSatisfy(firewall ->
            assertThat(firewall.property("/DataProtectionConfig/DataProtections/0/Field/FieldKeys"))
                .extracting(JsonNode::asText)
                .contains("authorization", "cookie"));
  }

  /** CloudFront refuses buckets of these regions for its logs. */
  @Test
  void logsNoRequestsWhereCloudFrontCannot() {
    var zurich =
        Layout.platform(Map.of("stage", "prod", "region", "eu-central-2"))
            .stack("feedback-widget-prod");

    assertThat(Template.fromStack(zurich).findResources("AWS::CloudFront::Distribution").toString())
        .doesNotContain("Logging");
  }

  private static List<String> counted(Templates.Resource firewall, String group) {
    var names = new ArrayList<String>();
    for (var rule : firewall.property("/Rules")) {
      if (rule.path("Name").asText().equals(group)) {
        assertThat(rule.path("OverrideAction").has("None")).isTrue();
        for (var override : rule.findValue("RuleActionOverrides")) {
          assertThat(override.path("ActionToUse").has("Count")).isTrue();
          names.add(override.path("Name").asText());
        }
      }
    }
    return names;
  }
}
