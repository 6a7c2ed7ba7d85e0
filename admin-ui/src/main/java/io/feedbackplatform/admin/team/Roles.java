package io.feedbackplatform.admin.team;

import java.util.List;

/** The roles of a team, the least first, in the words of the API and of people. */
final class Roles {
  static final String AGENT = "agent";
  private static final String ADMIN = "admin";
  private static final List<String> ALL = List.of("viewer", AGENT, ADMIN, "owner");

  private Roles() {}

  /** Those that a member of this role may give, the least first; none for who manages nobody. */
  static List<String> givenBy(String own) {
    int reach = ALL.indexOf(own);
    return reach < ALL.indexOf(ADMIN) ? List.of() : ALL.subList(0, reach + 1);
  }

  static String word(String role) {
    return switch (role) {
      case "viewer" -> "Viewer";
      case "agent" -> "Agent";
      case "admin" -> "Admin";
      case "owner" -> "Owner";
      default -> role;
    };
  }

  /** What the role is for, in a few words. */
  static String meaning(String role) {
    return switch (role) {
      case "viewer" -> "reads feedback and figures";
      case "agent" -> "works on feedback";
      case "admin" -> "manages the team, sites and keys";
      case "owner" -> "may do everything";
      default -> "";
    };
  }
}
