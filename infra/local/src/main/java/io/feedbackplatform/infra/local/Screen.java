package io.feedbackplatform.infra.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What a person sees in the terminal. */
final class Screen implements Progress {

  private final PrintStream out;
  private volatile boolean used;

  Screen(PrintStream out) {
    this.out = out;
  }

  @Override
  public void done(String step, Duration took) {
    used = true;
    out.printf(Locale.ROOT, "  %-26s %5.1f s%n", step, took.toMillis() / 1000.0);
  }

  void running(RunInfo info) {
    out.println();
    out.println("  Everything answers. Ctrl-C stops it.");
    out.println();
    line("Console", info.console());
    line("API", info.api());
    line("Sign-in", info.issuer());
    line("Widget", info.widget());
    line("Mail", info.mail());
    for (var tenant : info.tenants()) {
      out.println();
      line(tenant.name(), tenant.demoPage());
      line("  site key", tenant.siteKey());
      for (var login : tenant.logins()) {
        out.printf("    %-28s %-16s %s%n", login.username(), login.password(), login.role());
      }
    }
    out.println();
    out.println("  To be invited");
    out.printf("    %-28s %-16s%n", info.guest().username(), info.guest().password());
    out.println();
    out.flush();
  }

  /** Says nothing about a start that was refused. */
  void stopping() {
    if (used) {
      out.println("  Stopping...");
    }
  }

  void stopped() {
    if (used) {
      out.println("  Stopped. The data is kept for the next run.");
    }
  }

  private void line(String name, String value) {
    out.printf("  %-18s %s%n", name, value);
  }
}
