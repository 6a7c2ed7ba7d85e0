package io.feedbackplatform.infra.cdk;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;

/**
 * What policies call the API's function and its surroundings. By name: those who watch over a
 * release are deployed before what is released.
 */
record ApiArns(Stack stack, Place place) {

  String function() {
    return arn("lambda", "function", place.apiFunction());
  }

  String alias() {
    return function() + ":" + Place.LIVE;
  }

  String versions() {
    return function() + ":*";
  }

  String alarm(String name) {
    return arn("cloudwatch", "alarm", place.alarm(name));
  }

  String deploymentGroup() {
    return arn("codedeploy", "deploymentgroup", place.deployments() + "/" + place.deployments());
  }

  private String arn(String service, String resource, String name) {
    return stack.formatArn(
        ArnComponents.builder()
            .service(service)
            .resource(resource)
            .resourceName(name)
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }
}
