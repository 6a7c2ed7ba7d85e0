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
  private static final Pattern RESERVED = Pattern.compile("aws|amazon|cognito");

  public Stage {
    if (!FORM.matcher(name).matches()) {
      throw new InvalidInstallation(
          "A stage has 2 to 12 lower-case letters and digits and begins with a letter, as in --context stage=prod; this is: "
              + name);
    }
    // It becomes part of the host of the sign-in pages.
    if (RESERVED.matcher(name).find()) {
      throw new InvalidInstallation(
          "AWS keeps names with aws, amazon or cognito in them to itself: give another --context stage than "
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
