package io.feedbackplatform.infra.cdk;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.certificatemanager.ICertificate;
import software.constructs.Construct;

/**
 * What CloudFront needs, which has to live in us-east-1 wherever the platform runs: the certificate
 * of the public names, and the firewall before the API.
 */
final class EdgeStack extends Stack {

  private final Edge edge;

  EdgeStack(Construct scope, Place home) {
    var place = home.in(Installation.EDGE_REGION);
    super(
        scope,
        place.stackName("edge"),
        place.stack("edge", "What CloudFront needs: the certificate and the firewall"));
    var standard = place.installation().plan() == Plan.STANDARD;
    var names = new ArrayList<PublicName>();
    var widget = PublicName.of(place, WidgetStack.HOST);
    if (widget != null) {
      names.add(widget);
    }
    var api = PublicName.of(place, ApiEntrance.HOST);
    if (api != null && standard) {
      names.add(api);
    }
    var certificate = names.isEmpty() ? null : certificate(names);
    var firewall =
        standard
            ? new Firewall(
                this,
                "Firewall",
                Firewall.Scope.CLOUDFRONT,
                place.installation().allowedAddresses(),
                // CloudFront itself keeps other countries out.
                List.of())
            : null;
    edge = new Edge(certificate, firewall == null ? null : firewall.arn());
  }

  /** Whether CloudFront needs anything here. */
  static boolean isNeeded(Place place) {
    var installation = place.installation();
    return installation.plan() == Plan.STANDARD || installation.domain() != null;
  }

  private ICertificate certificate(List<PublicName> names) {
    var hosts = names.stream().map(PublicName::host).toList();
    return Certificate.Builder.create(this, "Certificate")
        .domainName(hosts.getFirst())
        .subjectAlternativeNames(hosts.subList(1, hosts.size()))
        .validation(CertificateValidation.fromDns(names.getFirst().zone(this)))
        .build();
  }

  Edge edge() {
    return edge;
  }
}
