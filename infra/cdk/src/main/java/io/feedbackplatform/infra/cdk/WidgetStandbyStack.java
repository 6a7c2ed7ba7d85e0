package io.feedbackplatform.infra.cdk;

import java.nio.file.Path;
import software.amazon.awscdk.Aws;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * The widget's files in the second region, for the distribution to read when the first does not
 * answer.
 */
final class WidgetStandbyStack extends Stack {

  /**
   * @param files directory with what the widget's build made
   */
  WidgetStandbyStack(Construct scope, Place place, Path files) {
    super(
        scope,
        place.stackName("widget"),
        place.stack("widget", "The widget's files, in case the first region does not answer"));
    new WidgetFiles(this, bucketName(place.stage(), place.region()), files)
        .openToDistributionsOfTheAccount();
  }

  /** The bucket's name, which the distribution can tell without asking the other region. */
  static String bucketName(String stage, String region) {
    return "feedback-widget-" + stage + "-" + Aws.ACCOUNT_ID + "-" + region;
  }
}
