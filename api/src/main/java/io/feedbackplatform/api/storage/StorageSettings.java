package io.feedbackplatform.api.storage;

import io.feedbackplatform.api.settings.InvalidSetting;
import io.feedbackplatform.core.dynamodb.TableLayout;
import io.feedbackplatform.core.dynamodb.TableNames;
import java.util.HashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;

/** Which tables this process works on, and where they are. */
public record StorageSettings(TableNames tables, Region region) {

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
    return new StorageSettings(tables(variables), Region.of(region));
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
