package io.feedbackplatform.infra.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.assertions.Annotations;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.cxapi.SynthesisMessage;
import software.amazon.awscdk.services.s3.Bucket;

/** What AWS's own rules for solutions find in the templates. */
class FindingsIT {

  @ParameterizedTest
  @EnumSource
  void leavesNoFindingUnexplained(Layout layout) {
    var platform = layout.platform();

    assertThat(platform.stacks().stream().flatMap(stack -> findings(stack).stream())).isEmpty();
  }

  @Test
  void findsABucketThatIsOpenToPlainHttpAndKeepsNoLogs() {
    var app = new App();
    var stack = new Stack(app, "careless");
    new Bucket(stack, "Bucket");
    Aspects.of(app).add(AwsSolutionsChecks.Builder.create().verbose(true).reports(false).build());

    assertThat(findings(stack))
        .anyMatch(finding -> finding.contains("AwsSolutions-S1:"))
        .anyMatch(finding -> finding.contains("AwsSolutions-S10:"));
  }

  private static List<String> findings(Stack stack) {
    var annotations = Annotations.fromStack(stack);
    var rule = Match.stringLikeRegexp("AwsSolutions-.*");
    var found = new ArrayList<SynthesisMessage>();
    found.addAll(annotations.findError("*", rule));
    found.addAll(annotations.findWarning("*", rule));
    return found.stream()
        .map(message -> message.getId() + " " + message.getEntry().getData())
        .toList();
  }
}
