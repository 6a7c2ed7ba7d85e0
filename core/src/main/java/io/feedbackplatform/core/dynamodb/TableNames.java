package io.feedbackplatform.core.dynamodb;

import java.util.Map;

/** The full names of the tables that a process works on. */
public record TableNames(String feedback, String analytics, String tenants) {

  /**
   * The names that a stage's tables have: the stage after the table's own name, as in {@code
   * feedback-prod}.
   */
  public static TableNames ofStage(String stage) {
    return new TableNames(
        TableLayout.FEEDBACK.name() + "-" + stage,
        TableLayout.ANALYTICS.name() + "-" + stage,
        TableLayout.TENANTS.name() + "-" + stage);
  }

  /**
   * @throws IllegalStateException naming the variable that is missing
   */
  public static TableNames fromEnvironment(Map<String, String> environment) {
    return new TableNames(
        required(environment, TableLayout.FEEDBACK),
        required(environment, TableLayout.ANALYTICS),
        required(environment, TableLayout.TENANTS));
  }

  /** The variables that tell a process these names. */
  public Map<String, String> toEnvironment() {
    return Map.of(
        TableLayout.FEEDBACK.environmentVariable(), feedback,
        TableLayout.ANALYTICS.environmentVariable(), analytics,
        TableLayout.TENANTS.environmentVariable(), tenants);
  }

  /** The full name of the table with this layout. */
  public String of(TableLayout layout) {
    if (layout.equals(TableLayout.FEEDBACK)) {
      return feedback;
    }
    return layout.equals(TableLayout.ANALYTICS) ? analytics : tenants;
  }

  private static String required(Map<String, String> environment, TableLayout layout) {
    var name = environment.get(layout.environmentVariable());
    if (name == null || name.isBlank()) {
      throw new IllegalStateException(
          "Set the environment variable "
              + layout.environmentVariable()
              + " to the name of the "
              + layout.name()
              + " table.");
    }
    return name;
  }
}
