package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Annotations;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.CachePolicy;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.HeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.IOrigin;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersContentTypeOptions;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersCorsBehavior;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersReferrerPolicy;
import software.amazon.awscdk.services.cloudfront.ResponseHeadersStrictTransportSecurity;
import software.amazon.awscdk.services.cloudfront.ResponseSecurityHeadersBehavior;
import software.amazon.awscdk.services.cloudfront.ViewerProtocolPolicy;
import software.amazon.awscdk.services.cloudfront.origins.OriginGroup;
import software.amazon.awscdk.services.cloudfront.origins.S3BucketOrigin;
import software.amazon.awscdk.services.s3.Bucket;
import software.amazon.awscdk.services.s3.BucketAttributes;
import software.constructs.Construct;

/** The widget's files and the distribution that serves them, over HTTPS only, to any page. */
final class WidgetStack extends Stack {

  /** The label of its host below the domain. */
  static final String HOST = "widget";

  private final Distribution distribution;
  private final String url;

  /**
   * @param files directory with what the widget's build made
   */
  WidgetStack(Construct scope, Place place, Edge edge, Path files) {
    super(
        scope,
        place.stackName("widget"),
        place.stack("widget", "The widget's files and their host"));
    var kept = new WidgetFiles(this, null, files);
    IOrigin origin = S3BucketOrigin.withOriginAccessControl(kept.bucket());
    var secondRegion = place.installation().secondRegion();
    if (secondRegion != null) {
      origin =
          OriginGroup.Builder.create()
              .primaryOrigin(origin)
              .fallbackOrigin(standby(place.stage(), secondRegion))
              .fallbackStatusCodes(List.of(500, 502, 503, 504))
              .build();
    }
    var door =
        new Entrance.Door(
            PublicName.of(place, HOST),
            edge.certificate(),
            null,
            place.installation().allowedCountries());
    var entrance =
        new Entrance(
            this,
            "Entrance",
            "The widget, " + place.stage(),
            door,
            behaviour(origin),
            Map.of(),
            List.of());
    distribution = entrance.distribution();
    url = entrance.url() + "/" + WidgetFiles.PREFIX + "/widget.js";
    CfnOutput.Builder.create(this, "WidgetUrl").value(url).build();
  }

  private BehaviorOptions behaviour(IOrigin origin) {
    return BehaviorOptions.builder()
        .origin(origin)
        .viewerProtocolPolicy(ViewerProtocolPolicy.REDIRECT_TO_HTTPS)
        .cachePolicy(CachePolicy.CACHING_OPTIMIZED)
        .responseHeadersPolicy(headers())
        .compress(true)
        .build();
  }

  /** Modules and pinned scripts are fetched with CORS, by pages nobody knows beforehand. */
  private ResponseHeadersPolicy headers() {
    return ResponseHeadersPolicy.Builder.create(this, "Headers")
        .corsBehavior(
            ResponseHeadersCorsBehavior.builder()
                .accessControlAllowOrigins(List.of("*"))
                .accessControlAllowMethods(List.of("GET", "HEAD"))
                .accessControlAllowHeaders(List.of("*"))
                .accessControlAllowCredentials(false)
                .originOverride(true)
                .build())
        .securityHeadersBehavior(
            ResponseSecurityHeadersBehavior.builder()
                .contentTypeOptions(
                    ResponseHeadersContentTypeOptions.builder().override(true).build())
                .referrerPolicy(
                    ResponseHeadersReferrerPolicy.builder()
                        .referrerPolicy(HeadersReferrerPolicy.NO_REFERRER)
                        .override(true)
                        .build())
                .strictTransportSecurity(
                    ResponseHeadersStrictTransportSecurity.builder()
                        .accessControlMaxAge(Duration.days(730))
                        .includeSubdomains(true)
                        .override(true)
                        .build())
                .build())
        .build();
  }

  private IOrigin standby(String stage, String region) {
    var name = WidgetStandbyStack.bucketName(stage, region);
    var bucket =
        Bucket.fromBucketAttributes(
            this,
            "Standby",
            BucketAttributes.builder()
                .bucketName(name)
                .region(region)
                .bucketRegionalDomainName(name + ".s3." + region + ".amazonaws.com")
                .build());
    // Its own stack lets the distribution in: a policy cannot be changed from another region.
    Annotations.of(this)
        .acknowledgeWarning("@aws-cdk/aws-cloudfront-origins:updateImportedBucketPolicyOac");
    return S3BucketOrigin.withOriginAccessControl(bucket);
  }

  Distribution distribution() {
    return distribution;
  }

  /** Of the evergreen script, as a page's tag names it. */
  String url() {
    return url;
  }
}
