package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** Rows of the first design about CloudFront, static files and who may come at all. */
final class EdgeRows {

  private static final String DISTRIBUTION = "AWS::CloudFront::Distribution";
  private static final String BUCKET = "AWS::S3::Bucket";

  static final List<Row> ROWS =
      List.of(
          Row.of(
              "Presentation: static files in S3 behind CloudFront -> the widget; the console is Java",
              templates -> {
                var origin = widget(templates).property("/DistributionConfig/Origins/0");
                assertThat(origin.at("/DomainName").toString()).contains("RegionalDomainName");
                assertThat(origin.at("/OriginAccessControlId").toString()).contains("Fn::GetAtt");
              }),
          Row.of(
              "CloudFront: Origin Access Identity -> Origin Access Control, its successor",
              templates ->
                  assertThat(templates.some("AWS::CloudFront::OriginAccessControl"))
                      .allSatisfy(control ->
                          assertThat(control.text("/OriginAccessControlConfig/SigningBehavior"))
                              .isEqualTo("always"))),
          Row.of(
              "S3 bucket policy: s3:GetObject for CloudFront only",
              templates -> {
                var readers =
                    templates.some("AWS::S3::BucketPolicy").stream()
                        .map(policy -> policy.json().toString())
                        .filter(policy -> policy.contains("\"s3:GetObject\""))
                        .toList();
                assertThat(readers)
                    .isNotEmpty()
                    .allSatisfy(policy -> assertThat(policy).contains("cloudfront.amazonaws.com"));
              }),
          Row.of(
              "CloudFront: HTTPS only (redirect HTTP to HTTPS)",
              templates ->
                  assertThat(templates.some(DISTRIBUTION))
                      .allSatisfy(distribution -> {
                        var text = distribution.json().toString();
                        assertThat(
                                distribution.text(
                                    "/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy"))
                            .isEqualTo("redirect-to-https");
                        assertThat(text).doesNotContain("allow-all").doesNotContain("http-only");
                      })),
          new Row(
              "CloudFront: custom SSL/TLS certificate (ACM) -> with a domain; TLS 1.2 or later",
              (templates, layout) ->
                  assertThat(templates.some(DISTRIBUTION))
                      .allSatisfy(distribution -> {
                        var certificate =
                            distribution.property("/DistributionConfig/ViewerCertificate");
                        if (layout.context().containsKey("domain")) {
                          assertThat(certificate.at("/MinimumProtocolVersion").asText())
                              .isEqualTo("TLSv1.2_2021");
                          assertThat(templates.some("AWS::CertificateManager::Certificate"))
                              .isNotEmpty();
                        } else {
                          assertThat(certificate.isMissingNode()).isTrue();
                        }
                      })),
          new Row(
              "CloudFront: geo-restriction (optional)",
              (templates, layout) ->
                  assertThat(templates.some(DISTRIBUTION))
                      .allSatisfy(distribution ->
                          assertThat(
                                  distribution
                                      .property(
                                          "/DistributionConfig/Restrictions/GeoRestriction/Locations")
                                      .toString())
                              .isEqualTo(layout == Layout.RESTRICTED ? "[\"DE\",\"FR\"]" : ""))),
          new Row(
              "CloudFront: cache hit ratio is reported",
              (templates, layout) ->
                  assertThat(templates.all("AWS::CloudFront::MonitoringSubscription"))
                      .hasSameSizeAs(templates.some(DISTRIBUTION))),
          new Row(
              "Read path: CloudFront caches for 60 s -> the widget's look; answers to members are theirs alone",
              (templates, layout) -> {
                var policies = templates.all("AWS::CloudFront::CachePolicy");
                if (economy(layout)) {
                  assertThat(templates.some(DISTRIBUTION)).hasSize(1);
                } else {
                  assertThat(policies).hasSize(1);
                  assertThat(policies.getFirst().text("/CachePolicyConfig/MaxTTL")).isEqualTo("60");
                }
              }),
          new Row(
              "Write path: CloudFront in front of API Gateway -> in the standard plan; it costs as much as the cheap gateway",
              (templates, layout) ->
                  assertThat(templates.some(DISTRIBUTION)).hasSize(economy(layout) ? 1 : 2)),
          new Row(
              "API Gateway: AWS WAF integration (future) -> before CloudFront and the console; none in the economy plan",
              (templates, layout) -> {
                assertThat(templates.some(DISTRIBUTION)).isNotEmpty();
                var firewalls = templates.all("AWS::WAFv2::WebACL");
                if (economy(layout)) {
                  assertThat(firewalls).isEmpty();
                } else {
                  assertThat(firewalls)
                      .extracting(firewall -> firewall.text("/Scope"))
                      .contains("CLOUDFRONT");
                  assertThat(firewalls)
                      .allSatisfy(firewall ->
                          assertThat(firewall.json().toString())
                              .contains(
                                  "AWSManagedRulesCommonRuleSet",
                                  "AWSManagedRulesKnownBadInputsRuleSet",
                                  "RateBasedStatement"));
                }
              }),
          new Row(
              "API Gateway: resource policies for IP whitelisting -> the firewall, which sees the caller's address behind CloudFront",
              (templates, layout) -> {
                assertThat(templates.some(DISTRIBUTION)).isNotEmpty();
                assertThat(templates.all("AWS::WAFv2::IPSet"))
                    .hasSize(layout == Layout.RESTRICTED ? 4 : 0);
              }),
          Row.of(
              "S3: AES-256 encryption",
              templates ->
                  assertThat(templates.some(BUCKET))
                      .allSatisfy(bucket ->
                          assertThat(bucket.property("/BucketEncryption").toString())
                              .containsAnyOf("AES256", "aws:kms"))),
          Row.of(
              "S3 static assets: versioning, lifecycle of old versions",
              templates ->
                  assertThat(templates.some(BUCKET))
                      .anySatisfy(bucket -> {
                        assertThat(bucket.stack()).startsWith("feedback-widget-prod");
                        assertThat(bucket.text("/VersioningConfiguration/Status"))
                            .isEqualTo("Enabled");
                        assertThat(bucket.json().toString())
                            .contains("NoncurrentVersionExpiration");
                      })),
          new Row(
              "S3 static assets: cross-region replication (future) -> deployed to both regions, CloudFront falls back",
              (templates, layout) -> {
                var groups = widget(templates).property("/DistributionConfig/OriginGroups/Items");
                assertThat(groups.size()).isEqualTo(twoRegions(layout) ? 1 : 0);
              }),
          Row.of(
              "Encryption in transit: TLS for all of S3, SNS and SQS",
              templates -> {
                assertThat(templates.all("AWS::S3::BucketPolicy"))
                    .isNotEmpty()
                    .allSatisfy(policy ->
                        assertThat(policy.json().toString()).contains("aws:SecureTransport"));
                assertThat(templates.all("AWS::SNS::TopicPolicy"))
                    .allSatisfy(policy ->
                        assertThat(policy.json().toString()).contains("aws:SecureTransport"));
              }));

  private EdgeRows() {}

  static boolean economy(Layout layout) {
    return "economy".equals(layout.context().get("plan"));
  }

  static boolean twoRegions(Layout layout) {
    return layout.context().containsKey("secondRegion");
  }

  private static Templates.Resource widget(Templates templates) {
    return templates.some(DISTRIBUTION).stream()
        .filter(distribution -> distribution.stack().equals("feedback-widget-prod"))
        .findAny()
        .orElseThrow(AssertionError::new);
  }
}
