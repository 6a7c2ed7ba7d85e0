package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.assertions.Template;

/** Several stages live in one account. */
class StagesIT {

  /** Names that only have to differ within something that has a name of its own. */
  private static final Set<String> INNER_NAMES =
      Set.of(
          "AWS::ApiGateway::Model Name",
          "AWS::ApiGateway::Stage StageName",
          "AWS::ApiGatewayV2::Stage StageName",
          "AWS::CloudWatch::Alarm MetricName",
          "AWS::CodeDeploy::DeploymentGroup DeploymentConfigName",
          "AWS::Cognito::UserPoolGroup GroupName",
          "AWS::IAM::Policy PolicyName",
          "AWS::Lambda::Alias Name",
          "AWS::Lambda::EventSourceMapping FunctionName",
          "AWS::Logs::MetricFilter FilterName");

  @ParameterizedTest
  @EnumSource
  void doNotCollide(Layout layout) {
    var prod = names(layout, "prod");
    var test = names(layout, "test");

    assertThat(prod).isNotEmpty().hasSameSizeAs(test).doesNotContainAnyElementsOf(test);
  }

  private static Set<String> names(Layout layout, String stage) {
    var context = new HashMap<>(layout.context());
    context.put("stage", stage);
    // An installation's names below a domain are its own, as two installations' domains are.
    context.computeIfPresent("domain", (name, domain) -> stage + "." + domain);
    var names = new TreeSet<String>();
    for (var stack : Layout.platform(Map.copyOf(context)).stacks()) {
      names.add("stack " + stack.getStackName());
      var template = Inspection.of(Template.fromStack(stack));
      template.resources().values().forEach(resource -> names.addAll(names(template, resource)));
    }
    return names;
  }

  private static Set<String> names(Inspection template, Map<String, Object> resource) {
    var names = new TreeSet<String>();
    Inspection.propertiesOf(resource)
        .forEach((property, value) -> {
          var kind = resource.get("Type") + " " + property;
          if (property.endsWith("Name") && !INNER_NAMES.contains(kind)) {
            var name = template.text(value);
            // In braces: the name of another resource, or one that AWS makes up.
            if (!name.startsWith("{") && !name.contains("_{")) {
              names.add(kind + " " + name);
            }
          }
        });
    return names;
  }
}
