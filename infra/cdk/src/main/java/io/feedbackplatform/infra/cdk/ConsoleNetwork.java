package io.feedbackplatform.infra.cdk;

import java.util.List;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.ec2.IpAddresses;
import software.amazon.awscdk.services.ec2.Peer;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The console's network: two public subnets. Tasks have public addresses to call out with, since
 * NAT gateways cost more than the console itself; nobody but the load balancer can call them.
 */
final class ConsoleNetwork extends Construct {

  /** Port of the console in its container. */
  static final int PORT = 8080;

  private final Vpc vpc;
  private final SecurityGroup door;
  private final SecurityGroup tasks;

  ConsoleNetwork(Construct scope, Place place) {
    super(scope, "Network");
    vpc =
        Vpc.Builder.create(this, "Vpc")
            .ipAddresses(IpAddresses.cidr("10.0.0.0/24"))
            .maxAzs(2)
            .natGateways(0)
            .subnetConfiguration(
                List.of(
                    SubnetConfiguration.builder()
                        .name("public")
                        .subnetType(SubnetType.PUBLIC)
                        .cidrMask(26)
                        .build()))
            .build();
    var refusals =
        LogGroup.Builder.create(this, "Refusals")
            .logGroupName("/feedback/" + place.name("console-network"))
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    vpc.addFlowLog(
        "Refused",
        FlowLogOptions.builder()
            .trafficType(FlowLogTrafficType.REJECT)
            .destination(FlowLogDestination.toCloudWatchLogs(refusals))
            .build());
    door = group("Door", "Browsers to the load balancer");
    tasks = group("Tasks", "The load balancer to the console, and the console to the outside");
    door.addIngressRule(Peer.anyIpv4(), Port.tcp(443), "browsers");
    door.addIngressRule(Peer.anyIpv4(), Port.tcp(80), "browsers that are sent on to HTTPS");
    door.addEgressRule(tasks, Port.tcp(PORT), "the console");
    tasks.addIngressRule(door, Port.tcp(PORT), "the load balancer");
    tasks.addEgressRule(Peer.anyIpv4(), Port.tcp(443), "the API, the issuer and AWS");
    Explained.finding(door, "EC23", "Members of tenants may be anywhere; they sign in.");
  }

  private SecurityGroup group(String id, String description) {
    return SecurityGroup.Builder.create(this, id)
        .vpc(vpc)
        .description(description)
        .allowAllOutbound(false)
        .build();
  }

  Vpc vpc() {
    return vpc;
  }

  /** Of the load balancer. */
  SecurityGroup door() {
    return door;
  }

  /** Of the console's tasks. */
  SecurityGroup tasks() {
    return tasks;
  }
}
