package io.feedbackplatform.ops.deployment;

import io.feedbackplatform.ops.function.PublishedVersion;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.codedeploy.model.RevisionLocation;

/**
 * The specification of a deployment of a function (CodeDeploy user guide, "AppSpec file structure
 * for AWS Lambda deployments"). CloudFormation writes it in JSON, people in YAML; the one line that
 * matters reads the same in both.
 */
final class AppSpec {

  private static final Pattern TARGET =
      Pattern.compile("\"?TargetVersion\"?\\s*:\\s*[\"']?([1-9][0-9]{0,17})\\b");

  private AppSpec() {}

  /** The version that a revision brings in; empty unless it names exactly one. */
  static Optional<PublishedVersion> target(@Nullable RevisionLocation revision) {
    var found =
        TARGET.matcher(text(revision)).results().map(match -> match.group(1)).distinct().toList();
    return found.size() == 1
        ? Optional.of(PublishedVersion.parse(found.getFirst()))
        : Optional.empty();
  }

  /** CodeDeploy has two fields for the same thing, the second being the newer. */
  private static String text(@Nullable RevisionLocation revision) {
    if (revision == null) {
      return "";
    }
    if (revision.string() != null && revision.string().content() != null) {
      return revision.string().content();
    }
    var content = revision.appSpecContent();
    return content != null && content.content() != null ? content.content() : "";
  }
}
