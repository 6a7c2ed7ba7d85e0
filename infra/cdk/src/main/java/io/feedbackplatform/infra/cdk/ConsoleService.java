package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.applicationautoscaling.EnableScalingProps;
import software.amazon.awscdk.services.ecr.assets.Platform;
import software.amazon.awscdk.services.ecs.AssetImageProps;
import software.amazon.awscdk.services.ecs.AwsLogDriverProps;
import software.amazon.awscdk.services.ecs.Cluster;
import software.amazon.awscdk.services.ecs.ContainerDefinition;
import software.amazon.awscdk.services.ecs.ContainerImage;
import software.amazon.awscdk.services.ecs.CpuArchitecture;
import software.amazon.awscdk.services.ecs.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.ecs.DeploymentCircuitBreaker;
import software.amazon.awscdk.services.ecs.FargateService;
import software.amazon.awscdk.services.ecs.FargateTaskDefinition;
import software.amazon.awscdk.services.ecs.LogDriver;
import software.amazon.awscdk.services.ecs.MountPoint;
import software.amazon.awscdk.services.ecs.OperatingSystemFamily;
import software.amazon.awscdk.services.ecs.PortMapping;
import software.amazon.awscdk.services.ecs.RuntimePlatform;
import software.amazon.awscdk.services.ecs.Secret;
import software.amazon.awscdk.services.ecs.Volume;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/**
 * The console's tasks: small, unprivileged, unable to write but to a scratch directory. A version
 * that does not become healthy is taken back by the service itself.
 */
final class ConsoleService extends Construct {

  private static final int MOST_TASKS = 4;
  private static final int BUSY_PERCENT = 60;

  /** As long as the JVM takes to come up on half a processor, generously. */
  private static final Duration START = Duration.minutes(3);

  /** Longer than the console's own graceful shutdown. */
  private static final Duration STOP = Duration.seconds(30);

  private final FargateService service;
  private final LogGroup logs;

  ConsoleService(
      Construct scope,
      Place place,
      ConsoleNetwork network,
      Path image,
      Map<String, String> environment,
      Map<String, Secret> secrets) {
    super(scope, "Service");
    logs =
        LogGroup.Builder.create(this, "Logs")
            .logGroupName("/feedback/" + place.name("console"))
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    var arm = place.installation().arm();
    var task =
        FargateTaskDefinition.Builder.create(this, "Task")
            .cpu(512)
            .memoryLimitMiB(1024)
            .runtimePlatform(
                RuntimePlatform.builder()
                    .operatingSystemFamily(OperatingSystemFamily.LINUX)
                    .cpuArchitecture(arm ? CpuArchitecture.ARM64 : CpuArchitecture.X86_64)
                    .build())
            .volumes(List.of(Volume.builder().name("scratch").build()))
            .build();
    ContainerDefinition.Builder.create(this, "Container")
        .taskDefinition(task)
        .containerName("console")
        .image(
            ContainerImage.fromAsset(
                image.toString(),
                AssetImageProps.builder()
                    .platform(arm ? Platform.LINUX_ARM64 : Platform.LINUX_AMD64)
                    .build()))
        .portMappings(List.of(PortMapping.builder().containerPort(ConsoleNetwork.PORT).build()))
        .environment(environment)
        .secrets(secrets)
        .readonlyRootFilesystem(true)
        .user("10001")
        .stopTimeout(STOP)
        .logging(
            LogDriver.awsLogs(
                AwsLogDriverProps.builder().logGroup(logs).streamPrefix("console").build()))
        .build()
        .addMountPoints(
            MountPoint.builder()
                .sourceVolume("scratch")
                .containerPath("/tmp")
                .readOnly(false)
                .build());
    var cluster = Cluster.Builder.create(this, "Cluster").vpc(network.vpc()).build();
    service =
        FargateService.Builder.create(this, "Service")
            .cluster(cluster)
            .taskDefinition(task)
            .assignPublicIp(true)
            .securityGroups(List.of(network.tasks()))
            .desiredCount(1)
            .minHealthyPercent(100)
            .maxHealthyPercent(200)
            .circuitBreaker(DeploymentCircuitBreaker.builder().rollback(true).build())
            .healthCheckGracePeriod(START)
            .build();
    service
        .autoScaleTaskCount(
            EnableScalingProps.builder().minCapacity(1).maxCapacity(MOST_TASKS).build())
        .scaleOnCpuUtilization(
            "Cpu",
            CpuUtilizationScalingProps.builder()
                .targetUtilizationPercent(BUSY_PERCENT)
                // Who is on a task that is taken away has to sign in again.
                .scaleInCooldown(Duration.minutes(30))
                .build());
    Explained.finding(
        cluster, "ECS4", "One small service: its own and the load balancer's metrics tell enough.");
    Explained.finding(
        task, "ECS2", "These are addresses and a client's id; what is secret comes from a secret.");
    Explained.finding(
        task,
        "IAM5",
        "To ask for a token of the image registry is an action without a resource.",
        "Resource::*");
  }

  FargateService service() {
    return service;
  }

  LogGroup logs() {
    return logs;
  }
}
