package io.feedbackplatform.admin.usage;

import java.util.ArrayList;
import java.util.List;

/** What somebody should know before they run into a limit, or once they have. */
final class Warnings {
  private static final String PLAN = " Ask the operators of the platform for a larger plan.";

  private Warnings() {}

  static List<String> of(Share feedback, Share seats) {
    List<String> warnings = new ArrayList<>();
    switch (feedback.level()) {
      case FINE -> {}
      case HIGH ->
          warnings.add(
              "This month's feedback has reached "
                  + feedback.percent()
                  + " % of its quota. What comes beyond is kept, and marked."
                  + PLAN);
      case FULL ->
          warnings.add(
              "This month's quota of feedback is used up ("
                  + feedback.percent()
                  + " %). What comes now is kept, and marked “Over quota”."
                  + PLAN);
    }
    switch (seats.level()) {
      case FINE, HIGH -> {}
      case FULL ->
          warnings.add(
              "All seats are taken: nobody can be invited. Remove a member, revoke an"
                  + " invitation, or ask the operators of the platform for a larger plan.");
    }
    return warnings;
  }
}
