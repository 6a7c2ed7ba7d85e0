package io.feedbackplatform.infra.cdk;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.amazon.awscdk.services.cloudfront.BehaviorOptions;
import software.amazon.awscdk.services.cloudfront.Distribution;
import software.amazon.awscdk.services.cloudfront.ErrorResponse;
import software.amazon.awscdk.services.cloudfront.GeoRestriction;
import software.amazon.awscdk.services.cloudfront.HttpVersion;
import software.amazon.awscdk.services.cloudfront.SecurityPolicyProtocol;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.constructs.Construct;

/** A distribution of CloudFront with its logs, its name and its limits. */
final class Entrance extends Construct {

  /** Regions with buckets that CloudFront does not write its logs into. */
  private static final Set<String> WITHOUT_LOGS =
      Set.of(
          "af-south-1",
          "ap-east-1",
          "ap-east-2",
          "ap-south-2",
          "ap-southeast-3",
          "ap-southeast-4",
          "ap-southeast-5",
          "ap-southeast-6",
          "ap-southeast-7",
          "ca-west-1",
          "eu-central-2",
          "eu-south-1",
          "eu-south-2",
          "il-central-1",
          "me-central-1",
          "me-south-1",
          "mx-central-1");

  private final Distribution distribution;
  private final String url;

  /**
   * Who may come in, and by which name.
   *
   * @param publicName null: the name that CloudFront gives
   * @param certificate for that name, from us-east-1
   * @param firewallArn null: none
   * @param allowedCountries ISO 3166 codes; empty: all
   */
  record Door(
      @Nullable PublicName publicName,
      @Nullable ICertificate certificate,
      @Nullable String firewallArn,
      List<String> allowedCountries) {}

  /**
   * @param others behaviours by path
   * @param errors how long errors are kept; empty: ten seconds
   */
  Entrance(
      Construct scope,
      String id,
      String comment,
      Door door,
      BehaviorOptions behaviour,
      Map<String, BehaviorOptions> others,
      List<ErrorResponse> errors) {
    super(scope, id);
    var name = door.publicName();
    var builder =
        Distribution.Builder.create(this, "Distribution")
            .comment(comment)
            .defaultBehavior(behaviour)
            .additionalBehaviors(others)
            .errorResponses(errors)
            .httpVersion(HttpVersion.HTTP2_AND_3)
            .minimumProtocolVersion(SecurityPolicyProtocol.TLS_V1_2_2021)
            // The share of answers from the cache is one of these.
            .publishAdditionalMetrics(true);
    var logged = !WITHOUT_LOGS.contains(Stack.of(this).getRegion());
    if (logged) {
      builder.enableLogging(true).logBucket(LogBucket.in(this)).logFilePrefix("requests/");
    }
    if (door.firewallArn() != null) {
      builder.webAclId(door.firewallArn());
    }
    if (!door.allowedCountries().isEmpty()) {
      builder.geoRestriction(
          GeoRestriction.allowlist(door.allowedCountries().toArray(String[]::new)));
    }
    if (name != null) {
      builder.domainNames(List.of(name.host())).certificate(door.certificate());
    }
    distribution = builder.build();
    if (name != null) {
      name.pointTo(this, new CloudFrontTarget(distribution));
    }
    url = "https://" + (name == null ? distribution.getDistributionDomainName() : name.host());
    explain(door);
    if (!logged) {
      Explained.finding(
          distribution, "CFR3", "CloudFront writes its logs into no bucket of this region.");
    }
  }

  private void explain(Door door) {
    if (door.allowedCountries().isEmpty()) {
      Explained.finding(
          distribution,
          "CFR1",
          "Visitors may be anywhere; --context allowedCountries=... limits it.");
    }
    if (door.firewallArn() == null) {
      Explained.finding(
          distribution,
          "CFR2",
          "It hands out public files and reads nothing of a request but its path.");
    }
    if (door.publicName() == null) {
      Explained.finding(
          distribution,
          "CFR4",
          "CloudFront's own name has a fixed security policy; with --context domain=... it is TLS 1.2"
              + " or later.");
    }
  }

  Distribution distribution() {
    return distribution;
  }

  /** Without a slash at the end. */
  String url() {
    return url;
  }
}
