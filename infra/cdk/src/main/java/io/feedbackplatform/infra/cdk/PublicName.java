package io.feedbackplatform.infra.cdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IAliasRecordTarget;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.constructs.Construct;

/**
 * A host name below the installation's domain.
 *
 * @param host full name, as in {@code api.feedback.example.com}
 */
record PublicName(String host, Domain domain) {

  /** The name of something that has one; null without a domain. */
  static @Nullable PublicName of(Place place, String what) {
    var domain = place.installation().domain();
    return domain == null ? null : new PublicName(what + "." + domain.name(), domain);
  }

  /** The zone, as the construct library knows it. */
  IHostedZone zone(Construct scope) {
    if (scope.getNode().tryFindChild("Zone") instanceof IHostedZone known) {
      return known;
    }
    return HostedZone.fromHostedZoneAttributes(
        scope,
        "Zone",
        HostedZoneAttributes.builder()
            // Only tells that the host is a full name: the zone may be that of a parent.
            .zoneName(domain.name())
            .hostedZoneId(domain.hostedZoneId())
            .build());
  }

  /** Points the name at a target, for both kinds of address. */
  void pointTo(Construct scope, IAliasRecordTarget target) {
    var zone = zone(scope);
    var record = RecordTarget.fromAlias(target);
    ARecord.Builder.create(scope, "Ipv4").zone(zone).recordName(host).target(record).build();
    AaaaRecord.Builder.create(scope, "Ipv6").zone(zone).recordName(host).target(record).build();
  }
}
