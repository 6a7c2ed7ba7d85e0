package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Fn;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.certificatemanager.Certificate;
import software.amazon.awscdk.services.certificatemanager.CertificateValidation;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.elasticloadbalancingv2.AddApplicationTargetsProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancer;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationLoadBalancerRedirectConfig;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationProtocol;
import software.amazon.awscdk.services.elasticloadbalancingv2.ApplicationTargetGroup;
import software.amazon.awscdk.services.elasticloadbalancingv2.BaseApplicationListenerProps;
import software.amazon.awscdk.services.elasticloadbalancingv2.HealthCheck;
import software.amazon.awscdk.services.elasticloadbalancingv2.ListenerCertificate;
import software.amazon.awscdk.services.elasticloadbalancingv2.SslPolicy;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.amazon.awscdk.services.wafv2.CfnWebACLAssociation;
import software.constructs.Construct;

/**
 * The console: tasks behind a load balancer that keeps a browser with the task that knows its
 * session. It needs a domain: nobody signs a certificate for a load balancer's own name.
 */
final class ConsoleStack extends Stack {

  /** The label of its host below the domain. */
  static final String HOST = "console";

  /** Beyond the heartbeat of an open page, so that a quiet connection is not cut. */
  private static final Duration QUIET = Duration.minutes(5);

  /** Longer than any session. */
  private static final Duration STAYS = Duration.days(1);

  private final Console console;

  /**
   * @param name under which browsers find it
   * @param image directory with the console's Dockerfile
   */
  ConsoleStack(
      Construct scope, Place place, PublicName name, Identity identity, Api api, Path image) {
    super(
        scope,
        place.stackName("console"),
        place.stack("console", "The console: Fargate behind a load balancer"));
    var network = new ConsoleNetwork(this, place);
    var service =
        new ConsoleService(
            this,
            place,
            network,
            image,
            // In one order: another would be another version of the task.
            new TreeMap<>(
                Map.of(
                    "FEEDBACK_API_URL",
                    apiUrl(place),
                    "FEEDBACK_ISSUER_URI",
                    identity.issuer(),
                    "FEEDBACK_CONSOLE_CLIENT_ID",
                    identity.consoleClient(),
                    "FEEDBACK_LOGOUT_URL",
                    identity.logoutUrl(),
                    "FEEDBACK_WIDGET_URL",
                    publicUrl(place, WidgetStack.HOST) + "/" + WidgetFiles.PREFIX + "/widget.js",
                    "FEEDBACK_WIDGET_API_URL",
                    publicUrl(place, ApiEntrance.HOST) + ApiEntrance.BASE_PATH,
                    "SERVER_PORT",
                    Integer.toString(ConsoleNetwork.PORT),
                    // Else the balancer now and then uses a connection that is being closed.
                    "SERVER_TOMCAT_KEEPALIVETIMEOUT",
                    QUIET.toSeconds().longValue() + 10 + "s")),
            secrets(identity, api));
    var balancer =
        ApplicationLoadBalancer.Builder.create(this, "Balancer")
            .vpc(network.vpc())
            .internetFacing(true)
            .securityGroup(network.door())
            .idleTimeout(QUIET)
            .dropInvalidHeaderFields(true)
            .build();
    balancer.logAccessLogs(LogBucket.in(this), "balancer");
    console = new Console(target(balancer, name, network, service), service.logs());
    name.pointTo(this, new LoadBalancerTarget(balancer));
    if (place.installation().plan() == Plan.STANDARD) {
      CfnWebACLAssociation.Builder.create(this, "BehindFirewall")
          .resourceArn(balancer.getLoadBalancerArn())
          .webAclArn(firewall(place).arn())
          .build();
    }
    CfnOutput.Builder.create(this, "ConsoleUrl").value("https://" + name.host()).build();
  }

  /**
   * The gateway's own name: behind the API's public one the console would be one address, and kept
   * out with all that are not allowed.
   */
  private static String apiUrl(Place place) {
    var gateway = Objects.requireNonNull(RegionalName.of(place));
    return "https://" + gateway.host() + ApiEntrance.BASE_PATH;
  }

  /** What the tag of the widget names, which goes into pages of the tenants' sites. */
  private static String publicUrl(Place place, String what) {
    return "https://" + Objects.requireNonNull(PublicName.of(place, what)).host();
  }

  private static Map<String, Secret> secrets(Identity identity, Api api) {
    var secrets = new TreeMap<String, Secret>();
    secrets.put(
        "FEEDBACK_CONSOLE_CLIENT_SECRET", Secret.fromSecretsManager(identity.consoleSecret()));
    if (api.gatewayKey() != null) {
      secrets.put("FEEDBACK_GATEWAY_KEY", Secret.fromSecretsManager(api.gatewayKey()));
    }
    return secrets;
  }

  private Firewall firewall(Place place) {
    return new Firewall(
        this,
        "Firewall",
        Firewall.Scope.REGIONAL,
        place.installation().allowedAddresses(),
        place.installation().allowedCountries());
  }

  private ApplicationTargetGroup target(
      ApplicationLoadBalancer balancer,
      PublicName name,
      ConsoleNetwork network,
      ConsoleService service) {
    balancer.addRedirect(ApplicationLoadBalancerRedirectConfig.builder().open(false).build());
    var certificate =
        Certificate.Builder.create(this, "Certificate")
            .domainName(name.host())
            .validation(CertificateValidation.fromDns(name.zone(this)))
            .build();
    return balancer
        .addListener(
            "Https",
            BaseApplicationListenerProps.builder()
                .port(443)
                .open(false)
                .certificates(List.of(ListenerCertificate.fromCertificateManager(certificate)))
                .sslPolicy(SslPolicy.RECOMMENDED_TLS)
                .build())
        .addTargets(
            "Console",
            AddApplicationTargetsProps.builder()
                .port(ConsoleNetwork.PORT)
                .protocol(ApplicationProtocol.HTTP)
                .targets(List.of(service.service()))
                .stickinessCookieDuration(STAYS)
                .deregistrationDelay(Duration.seconds(30))
                .healthCheck(
                    HealthCheck.builder()
                        .path("/health/readiness")
                        .healthyHttpCodes("200")
                        .interval(Duration.seconds(15))
                        .timeout(Duration.seconds(5))
                        .healthyThresholdCount(2)
                        .unhealthyThresholdCount(3)
                        .build())
                .build());
  }

  /** Two zones whatever the region calls them, so that nothing has to be looked up. */
  @Override
  public List<String> getAvailabilityZones() {
    return List.of(Fn.select(0, Fn.getAzs()), Fn.select(1, Fn.getAzs()));
  }

  Console outputs() {
    return console;
  }
}
