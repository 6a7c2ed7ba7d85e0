package io.feedbackplatform.admin.usage;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Menu;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import io.feedbackplatform.admin.api.Usage;
import io.feedbackplatform.admin.api.UsageClient;
import io.feedbackplatform.admin.live.Following;
import io.feedbackplatform.admin.live.LiveUpdates;
import io.feedbackplatform.admin.look.Stage;
import io.feedbackplatform.admin.look.Symbol;
import io.feedbackplatform.admin.workspace.Workspace;
import jakarta.annotation.security.PermitAll;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** What the plan allows, and how much of it is used. */
@Route("usage")
@PageTitle("Usage")
@Menu(title = "Usage", order = 6, icon = Symbol.FOLDER + "usage.svg")
@PermitAll
final class UsageView extends Div {
  private static final Duration LOOKS_EVERY = Duration.ofMinutes(1);

  private final Span plan = new Span();
  private final Div warnings = new Div();
  private final Meter feedback = new Meter("Feedback this month");
  private final Meter seats = new Meter("Seats");
  private final Div rates = new Div();
  private final Following usage;

  UsageView(UsageClient api, Workspace workspace, LiveUpdates live) {
    addClassName("page");
    plan.addClassNames("chip", "plan");
    Div head = new Div(new Paragraph("What your plan allows, and what is used of it."), plan);
    head.addClassName("page-head");
    warnings.addClassName("warnings");
    Div meters = new Div(feedback, seats);
    meters.addClassName("meters");
    Div requests = new Div(new H2("Requests a second"), rates);
    requests.addClassName("panel");
    rates.addClassName("rates");
    Stage<Usage> stage =
        new Stage<>(new Div(head, warnings, meters, requests), this::show, this::following);
    add(stage);
    usage =
        live.follow(
            this, LOOKS_EVERY, () -> Optional.of(api.usage(workspace.caller())), stage::heard);
  }

  private Following following() {
    return usage;
  }

  private void show(Usage now) {
    Share month = new Share(now.feedback().used(), now.feedback().quota());
    Share team = new Share(now.seats().used(), now.seats().limit());
    plan.setText(now.plan() + " plan");
    feedback.show(month, reset(now.feedback().month()), getLocale());
    seats.show(team, "members and open invitations take a seat each", getLocale());
    warnings.removeAll();
    Warnings.of(month, team).forEach(words -> warnings.add(warning(words)));
    warnings.setVisible(warnings.getComponentCount() > 0);
    rates.removeAll();
    rates.add(
        rate(
            "Each of team, partners and pages",
            now.limits().requestsPerSecond(),
            now.limits().burst()),
        rate("With one API key", now.limits().keyRequestsPerSecond(), now.limits().keyBurst()));
  }

  private String reset(String month) {
    DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMMM", getLocale());
    return "starts anew on " + day.format(YearMonth.parse(month).plusMonths(1).atDay(1));
  }

  private static Paragraph warning(String words) {
    Paragraph warning = new Paragraph(words);
    warning.addClassName("warning");
    warning.getElement().setAttribute("role", "status");
    return warning;
  }

  private Div rate(String whose, long steady, long burst) {
    NumberFormat numbers = NumberFormat.getIntegerInstance(getLocale());
    Span name = new Span(whose);
    name.addClassName("figure-name");
    Span value = new Span(numbers.format(steady));
    value.addClassName("figure-value");
    Span note = new Span("up to " + numbers.format(burst) + " at once");
    note.addClassName("figure-note");
    Div rate = new Div();
    rate.add(List.of(name, value, note));
    rate.addClassName("rate");
    return rate;
  }
}
