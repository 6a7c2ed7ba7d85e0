package io.feedbackplatform.infra.cdk;

import java.util.regex.Pattern;

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
      throw new InvalidInstallation(
          "A stage has 2 to 12 lower-case letters and digits and begins with a letter, as in --context stage=prod; this is: "
              + name);
    }
  }

  /** The stage that {@code --context stage=...} names. */
  static Stage of(Settings settings) {
    var name = settings.text("stage");
    if (name == null) {
      throw new InvalidInstallation("Name the stage: --context stage=prod");
    }
    return new Stage(name);
  }
}
