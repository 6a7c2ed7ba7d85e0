package io.feedbackplatform.infra.cdk;

import io.feedbackplatform.core.dynamodb.TableNames;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/** An installation in one of its regions: what things are called there. */
record Place(Installation installation, String region) {

  /** The name of the API's stage and of the alias that serves it. */
  static final String LIVE = "prod";

  static Place home(Installation installation) {
    return new Place(installation, installation.region());
  }

  Place in(String otherRegion) {
    return new Place(installation, otherRegion);
  }

  String stage() {
    return installation.stage().name();
  }

  /** Whether this is the region that has what there is only one of. */
  boolean isHome() {
    return region.equals(installation.region());
  }

  /** The name of something of this stage; regions do not share these names. */
  String name(String what) {
    return "feedback-" + what + "-" + stage();
  }

  String alarm(String name) {
    return "feedback-" + stage() + "-" + name;
  }

  TableNames tables() {
    return TableNames.ofStage(stage());
  }

  String apiFunction() {
    return name("api");
  }

  /** The queue of recounts that operators order, in the home region. */
  String recounts() {
    return name("recounts");
  }

  /** CodeDeploy's application and its only deployment group are called the same. */
  String deployments() {
    return name("api");
  }

  /** Where the console is, without a slash at the end; there is none without a domain. */
  @Nullable String consoleUrl() {
    var domain = installation.domain();
    return domain == null ? null : "https://console." + domain.name();
  }

  /**
   * Whether the gateway answers under the domain only. With two regions the health checks need each
   * gateway's own name, since the common one moves with them.
   */
  boolean hidesGateway() {
    return installation.domain() != null && installation.secondRegion() == null;
  }

  StackProps stack(String capability, String description) {
    return stack(capability, description, false);
  }

  /** Of a stack that holds what cannot be made again. */
  StackProps protectedStack(String capability, String description) {
    return stack(capability, description, true);
  }

  private StackProps stack(String capability, String description, boolean holdsData) {
    var environment = Environment.builder().region(region);
    if (installation.account() != null) {
      environment.account(installation.account());
    }
    return StackProps.builder()
        .stackName(stackName(capability))
        .description(description)
        .env(environment.build())
        .crossRegionReferences(installation.spansRegions())
        .terminationProtection(holdsData)
        .tags(Map.of("application", "feedback-platform", "stage", stage()))
        .build();
  }

  String stackName(String capability) {
    return isHome() || capability.equals("edge")
        ? name(capability)
        : name(capability) + "-" + region;
  }
}
