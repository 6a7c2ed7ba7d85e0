package io.feedbackplatform.infra.cdk;

import io.github.cdklabs.cdknag.NagPackSuppression;
import io.github.cdklabs.cdknag.NagSuppressions;
import java.util.List;
import software.amazon.awscdk.Stack;
import software.constructs.IConstruct;

/** Findings of cdk-nag that are meant to be so, each with its reason. */
final class Explained {

  private Explained() {}

  /**
   * Says why a rule of AwsSolutions does not hold for a construct and what it is made of.
   *
   * @param rule its name, as in {@code S1}
   * @param details what of the finding is meant; all of it when none is given
   */
  static void finding(IConstruct construct, String rule, String reason, String... details) {
    NagSuppressions.addResourceSuppressions(
        construct, List.of(suppression(rule, reason, details)), true);
  }

  /** The same for what the construct library adds to a stack by itself. */
  static void library(Stack stack, String path, String rule, String reason, String... details) {
    NagSuppressions.addResourceSuppressionsByPath(
        stack,
        "/" + stack.getNode().getPath() + "/" + path,
        List.of(suppression(rule, reason, details)),
        true);
  }

  private static NagPackSuppression suppression(String rule, String reason, String[] details) {
    var suppression = NagPackSuppression.builder().id("AwsSolutions-" + rule).reason(reason);
    if (details.length > 0) {
      suppression.appliesTo(List.of((Object[]) details));
    }
    return suppression.build();
  }
}
