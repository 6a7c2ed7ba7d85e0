package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.settings.InvalidSetting;
import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.util.HashMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/**
 * Which tables this process works on, and where they are.
 *
 * @param tenantRole the name (ARN) of the role whose sessions reach one tenant each; without it,
 *     the process's own credentials reach all
 */
public record StorageSettings(TableNames tables, Region region, @Nullable String tenantRole) {

  private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]*:iam::\\d{12}:role/.+");

  /**
   * @param variables looks up an environment variable
   * @throws InvalidSetting naming the first variable that is missing
   */
  public static StorageSettings read(Function<String, @Nullable String> variables) {
    var region = variables.apply("AWS_REGION");
    if (region == null || region.isBlank()) {
      throw new InvalidSetting(
          "Set the environment variable AWS_REGION to the region of the tables.");
    }
    return new StorageSettings(tables(variables), Region.of(region), tenantRole(variables));
  }

  private static @Nullable String tenantRole(Function<String, @Nullable String> variables) {
    var role = variables.apply("FEEDBACK_TENANT_ROLE");
    if (role == null || role.isBlank()) {
      return null;
    }
    if (!ROLE.matcher(role).matches()) {
      throw new InvalidSetting(
          "Set the environment variable FEEDBACK_TENANT_ROLE to the ARN of a role, as in"
              + " arn:aws:iam::123456789012:role/feedback-tenants, or leave it out.");
    }
    return role;
  }

  private static TableNames tables(Function<String, @Nullable String> variables) {
    var known = new HashMap<String, String>();
    for (var layout : TableLayout.ALL) {
      var value = variables.apply(layout.environmentVariable());
      if (value != null) {
        known.put(layout.environmentVariable(), value);
      }
    }
    try {
      return TableNames.fromEnvironment(known);
    } catch (IllegalStateException missing) {
      throw new InvalidSetting(String.valueOf(missing.getMessage()));
    }
  }
}
