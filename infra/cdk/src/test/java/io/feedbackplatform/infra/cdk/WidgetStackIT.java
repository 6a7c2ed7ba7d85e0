package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WidgetStackIT {

  private static final String DEPLOYMENT = "Custom::CDKBucketDeployment";

  @ParameterizedTest
  @EnumSource
  void neverTakesAwayWhatAPageMayHavePinned(Layout layout) {
    assertThat(deployments(layout))
        .isNotEmpty()
        .allSatisfy(deployment -> {
          assertThat(deployment.text("/Prune")).isEqualTo("false");
          assertThat(deployment.text("/RetainOnDelete")).isEqualTo("true");
          assertThat(deployment.text("/DestinationBucketKeyPrefix")).isEqualTo("widget/v1");
        });
  }

  @ParameterizedTest
  @EnumSource
  void letsHashedFilesBeKeptForAYearAndTheLoaderForMinutes(Layout layout) {
    var loader = "max-age=300";
    var hashed = "max-age=31536000, immutable";

    assertThat(deployments(layout))
        .filteredOn(deployment -> !deployment.property("/Include").isMissingNode())
        .isNotEmpty()
        .allSatisfy(deployment ->
            assertThat(deployment.text("/SystemMetadata/cache-control")).contains(hashed));
    assertThat(deployments(layout))
        .filteredOn(deployment -> deployment.property("/Include").isMissingNode())
        .isNotEmpty()
        .allSatisfy(deployment -> {
          assertThat(deployment.text("/SystemMetadata/cache-control")).contains(loader);
          // After the files that it names.
          assertThat(deployment.json().path("DependsOn").toString()).contains("FilesLasting");
        });
  }

  /** The names that the widget's build gives, as its manifest lists them. */
  @Test
  void tellsHashedFilesByTheNamesThatTheBuildGives() {
    var deployment =
        deployments(Layout.STANDARD).stream()
            .filter(candidate -> !candidate.property("/Include").isMissingNode())
            .findAny()
            .orElseThrow();
    var glob =
        deployment.text("/Include/0").replace(".", "\\.").replace("*", ".*").replace("?", ".");
    var hashed = Pattern.compile(glob).asMatchPredicate();

    assertThat(List.of("widget-82aec03eb292.js", "form-786f51a734ad.js")).allMatch(hashed);
    assertThat(List.of("widget.js", "manifest.json")).noneMatch(hashed);
  }

  @ParameterizedTest
  @EnumSource
  void letsEveryPageLoadTheFiles(Layout layout) {
    assertThat(Templates.of(layout).all("AWS::CloudFront::ResponseHeadersPolicy"))
        .singleElement()
        .satisfies(policy -> {
          var cors = policy.property("/ResponseHeadersPolicyConfig/CorsConfig");
          assertThat(cors.at("/AccessControlAllowOrigins/Items/0").asText()).isEqualTo("*");
          assertThat(cors.at("/AccessControlAllowCredentials").asBoolean()).isFalse();
          assertThat(policy.json().toString())
              .contains("StrictTransportSecurity", "ContentTypeOptions", "ReferrerPolicy");
        });
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheBucketsPrivate(Layout layout) {
    assertThat(Templates.of(layout).all("AWS::S3::Bucket"))
        .isNotEmpty()
        .allSatisfy(bucket ->
            List.of(
                    "BlockPublicAcls",
                    "BlockPublicPolicy",
                    "IgnorePublicAcls",
                    "RestrictPublicBuckets")
                .forEach(block ->
                    assertThat(
                            bucket.property("/PublicAccessBlockConfiguration/" + block).asBoolean())
                        .as(bucket.id())
                        .isTrue()));
  }

  @Test
  void servesFromTheOtherRegionWhenTheFirstFails() {
    var templates = Templates.of(Layout.STANDARD_TWO_REGIONS);
    var name = "feedback-widget-prod-";

    assertThat(templates.all("AWS::S3::Bucket"))
        .filteredOn(bucket -> bucket.stack().equals("feedback-widget-prod-eu-west-1"))
        .extracting(bucket -> bucket.text("/BucketName"))
        .anySatisfy(bucket -> assertThat(bucket).contains(name, "-eu-west-1"));
    assertThat(templates.all("AWS::CloudFront::Distribution"))
        .filteredOn(distribution -> distribution.stack().equals("feedback-widget-prod"))
        .singleElement()
        .satisfies(distribution ->
            assertThat(distribution.text("/DistributionConfig/Origins"))
                .contains(name, "-eu-west-1.s3.eu-west-1.amazonaws.com"));
  }

  private static List<Templates.Resource> deployments(Layout layout) {
    return Templates.of(layout).all(DEPLOYMENT).stream()
        .filter(deployment -> deployment.stack().startsWith("feedback-widget"))
        .toList();
  }
}
