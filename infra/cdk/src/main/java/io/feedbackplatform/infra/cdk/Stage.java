package io.feedbackplatform.infra.cdk;

import java.util.regex.Pattern;
import software.constructs.Node;

/**
 * One installation of the platform; several may live in one account.
 *
 * @param name 2 to 12 lower-case letters and digits, beginning with a letter: it becomes part of
 *     every name
 */
public record Stage(String name) {

  private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]{1,11}");

  public Stage {
    if (!FORM.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "A stage has 2 to 12 lower-case letters and digits and begins with a letter, as in --context stage=prod; this is: "
              + name);
    }
  }

  /** The stage that {@code --context stage=...} names. */
  static Stage fromContext(Node node) {
    if (node.tryGetContext("stage") instanceof String name) {
      return new Stage(name);
    }
    throw new IllegalArgumentException("Name the stage: --context stage=prod");
  }
}
