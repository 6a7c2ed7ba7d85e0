package io.feedbackplatform.infra.cdk;

import org.jspecify.annotations.Nullable;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.cloudfront.IDistribution;
import software.constructs.Construct;

/** The HTTP API: what stands in front of it, its function, and how a new version replaces one. */
final class ApiStack extends Stack {

  private final Api api;

  ApiStack(
      Construct scope,
      Place place,
      Edge edge,
      DataStack data,
      Identity identity,
      Ops ops,
      Packages packages) {
    super(scope, place.stackName("api"), place.stack("api", "The HTTP API"));
    var gateway = gateway(place);
    var front = gateway.front();
    var name = RegionalName.of(place);
    var regionalName =
        name == null
            ? null
            : new RegionalName(this, "Name", place, name, front.apiId(), front.host());
    if (regionalName != null) {
      regionalName.getNode().addDependency(gateway.stage());
    }
    var entrance = entrance(place, front, edge);
    if (gateway instanceof RestGateway rest) {
      rest.openTo(entrance == null ? ApiEntrance.replicatedKey(this, place) : entrance.originKey());
    }
    var url = entrance == null ? url(place, front) : entrance.publicUrl();
    var function = new ApiFunction(this, place, packages.api(), identity, url);
    data.grantServing(function.footing().role(), function.tenantRole());
    gateway.serve(function.alias(), ApiDescription.paths(packages.openApi()));
    var errors = ApiErrors.alarm(this, place, ops.alarms());
    new Release(this, place, function.alias(), ops.preTrafficHook(), errors);
    CfnOutput.Builder.create(this, "Url").value(url).description("Where callers find it").build();
    api =
        new Api(
            function.function(),
            function.alias(),
            front,
            url,
            errors,
            function.logs(),
            gateway.accessLogs(),
            distribution(entrance),
            entrance == null ? null : entrance.originKey(),
            regionalName == null ? null : regionalName.healthCheckId());
  }

  Api api() {
    return api;
  }

  private Gateway gateway(Place place) {
    return switch (place.installation().plan()) {
      case STANDARD -> new RestGateway(this, place);
      case ECONOMY -> new HttpGateway(this, place);
    };
  }

  /** There is one for all regions, and none in the economy plan. */
  private @Nullable ApiEntrance entrance(Place place, Front front, Edge edge) {
    return place.isHome() && place.installation().plan() == Plan.STANDARD
        ? new ApiEntrance(this, "Entrance", place, front.host(), edge)
        : null;
  }

  /** Two regions answer under one name, so that a second one always has it. */
  private static String url(Place place, Front front) {
    var name = PublicName.of(place, ApiEntrance.HOST);
    return "https://" + (name == null ? front.host() : name.host()) + ApiEntrance.BASE_PATH;
  }

  private static @Nullable IDistribution distribution(@Nullable ApiEntrance entrance) {
    return entrance == null ? null : entrance.distribution();
  }
}
