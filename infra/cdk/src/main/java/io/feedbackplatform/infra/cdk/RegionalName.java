package io.feedbackplatform.infra.cdk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.apigatewayv2.CfnApiMapping;
import software.amazon.awscdk.services.apigatewayv2.CfnDomainName;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.route53.CfnHealthCheck;
import software.amazon.awscdk.services.route53.CfnRecordSet;
import software.constructs.Construct;

/**
 * The name of a region's gateway. In two regions it is one name for both gateways: the first
 * answers while its health check passes, then the second.
 */
final class RegionalName extends Construct {

  private static final String READINESS = ApiEntrance.BASE_PATH + "/health/ready";
  private static final int SECONDS_BETWEEN_CHECKS = 30;
  private static final int CHECKS_UNTIL_AWAY = 3;

  private final @Nullable CfnHealthCheck healthCheck;

  /**
   * @param apiId of the REST or HTTP API
   * @param gatewayHost the gateway's own host name, which the health check asks
   */
  RegionalName(
      Construct scope, String id, Place place, PublicName name, String apiId, String gatewayHost) {
    super(scope, id);
    var host = name.host();
    var certificate =
        Certificate.Builder.create(this, "Certificate")
            .domainName(host)
            .validation(CertificateValidation.fromDns(name.zone(this)))
            .build();
    var domainName =
        CfnDomainName.Builder.create(this, "DomainName")
            .domainName(host)
            .domainNameConfigurations(
                List.of(
                    CfnDomainName.DomainNameConfigurationProperty.builder()
                        .certificateArn(certificate.getCertificateArn())
                        .endpointType("REGIONAL")
                        .securityPolicy("TLS_1_2")
                        .build()))
            .build();
    CfnApiMapping.Builder.create(this, "Mapping")
        .domainName(domainName.getRef())
        .apiId(apiId)
        .stage(Place.LIVE)
        .apiMappingKey(ApiEntrance.BASE_PATH.substring(1))
        .build();
    healthCheck = place.installation().secondRegion() == null ? null : check(gatewayHost);
    record(place, name, domainName, "A");
    record(place, name, domainName, "AAAA");
  }

  /**
   * The name that a region's gateway has: callers' own in the economy plan, else that of the origin
   * behind CloudFront; null without a domain.
   */
  static @Nullable PublicName of(Place place) {
    return PublicName.of(
        place, place.installation().plan() == Plan.ECONOMY ? ApiEntrance.HOST : "api-origin");
  }

  private CfnHealthCheck check(String host) {
    return CfnHealthCheck.Builder.create(this, "HealthCheck")
        .healthCheckConfig(
            CfnHealthCheck.HealthCheckConfigProperty.builder()
                .type("HTTPS")
                .fullyQualifiedDomainName(host)
                .port(443)
                .enableSni(true)
                .resourcePath(READINESS)
                .requestInterval(SECONDS_BETWEEN_CHECKS)
                .failureThreshold(CHECKS_UNTIL_AWAY)
                .build())
        .build();
  }

  private void record(Place place, PublicName name, CfnDomainName domainName, String type) {
    var record =
        CfnRecordSet.Builder.create(this, "Record" + type)
            .hostedZoneId(name.domain().hostedZoneId())
            .name(name.host())
            .type(type)
            .aliasTarget(
                CfnRecordSet.AliasTargetProperty.builder()
                    .dnsName(domainName.getAttrRegionalDomainName())
                    .hostedZoneId(domainName.getAttrRegionalHostedZoneId())
                    .build());
    if (healthCheck != null) {
      record
          .failover(place.isHome() ? "PRIMARY" : "SECONDARY")
          .setIdentifier(place.region())
          .healthCheckId(healthCheck.getAttrHealthCheckId());
    }
    record.build();
  }

  /** Id of the health check; null when there is one region only. */
  @Nullable String healthCheckId() {
    return healthCheck == null ? null : healthCheck.getAttrHealthCheckId();
  }
}
