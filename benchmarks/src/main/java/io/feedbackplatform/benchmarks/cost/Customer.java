package io.feedbackplatform.benchmarks.cost;

import java.util.Map;

/**
 * What a customer with one site does in a month; how many requests that makes follows from how
 * widget and console work.
 *
 * @param visits page visits for which the browser fetches the widget's script
 * @param opensPerVisit how many visitors open the form
 * @param sendsPerOpen how many of them send something
 * @param consoleHours hours that somebody of the team has a view of the console open
 * @param dashboardShare of these hours, the part with the dashboard in front; else it is the inbox
 */
record Customer(
    double visits,
    double opensPerVisit,
    double sendsPerOpen,
    double consoleHours,
    double dashboardShare) {

  /** An open view asks every two seconds. */
  private static final double POLLS_PER_HOUR = 1_800;

  /** The frame around the view asks who one is once a minute. */
  private static final double ME_PER_HOUR = 60;

  private static final double READ_PER_HOUR = 10;

  double submissions() {
    return visits * opensPerVisit * sendsPerOpen;
  }

  Usage usage(String name) {
    double opens = visits * opensPerVisit;
    double polls = consoleHours * POLLS_PER_HOUR;
    // Each submission is news to an open inbox, at most.
    double news = Math.min(submissions(), polls * (1 - dashboardShare));
    return Usage.of(
        name,
        visits,
        Map.of(
            // The browser asks for leave once for each path and ten minutes.
            "preflight",
            2 * opens + submissions(),
            "config",
            opens,
            // Whoever asks not to be counted would say nothing.
            "opened",
            opens,
            "submit",
            submissions(),
            "inbox",
            news,
            "inboxUnchanged",
            polls * (1 - dashboardShare) - news,
            "dashboardUnchanged",
            polls * dashboardShare,
            "me",
            consoleHours * ME_PER_HOUR,
            "one",
            consoleHours * READ_PER_HOUR / 2,
            "list",
            consoleHours * READ_PER_HOUR / 2));
  }
}
