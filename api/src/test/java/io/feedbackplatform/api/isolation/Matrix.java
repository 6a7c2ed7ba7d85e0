package io.feedbackplatform.api.isolation;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEntry;
import io.feedbackplatform.core.audit.AuditHead;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.tenant.TenantChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tries the cells of the table, one after the other. */
final class Matrix {

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  private final TwoTenants world;
  private final Callers callers;

  Matrix(TwoTenants world) {
    this.world = world;
    this.callers = Callers.in(world);
  }

  /**
   * What came of a cell.
   *
   * @param leaks what a caller learnt or changed whose it is not
   * @param audited whether an entry was left
   */
  record Tried(
      String cell,
      boolean foreign,
      int expected,
      int status,
      List<String> leaks,
      List<String> auditFaults,
      boolean audited) {

    boolean isRed() {
      return status != expected || !leaks.isEmpty() || !auditFaults.isEmpty();
    }

    @Override
    public String toString() {
      return "%s: %d, expected %d, leaks %s, audit %s"
          .formatted(cell, status, expected, leaks, auditFaults);
    }
  }

  Caller caller(AccessRow row, String column) {
    return callers.of(column, row);
  }

  /** Whether the caller is kept out by nothing but whose it is: their twin is let in. */
  boolean isForeign(AccessRow row, String column) {
    var caller = caller(row, column);
    return row.data() == AccessRow.Data.TENANT && caller.isForeign() && row.permits(caller.twin());
  }

  Tried attempt(Operation operation, AccessRow row, String column) {
    var caller = caller(row, column);
    var target = caller.target();
    var attempt = Attempt.of(operation, caller.headers(), target.ids());
    var prepared = prepare(operation, target);
    var before = state(target);
    var answer = world.send(attempt);
    var done = answer.status() < 300;
    var mayRead = done && (caller.belongs() || operation.isForOperators());
    var leaks = new ArrayList<String>();
    if (row.data() == AccessRow.Data.TENANT && !mayRead) {
      leaks.addAll(target.foundIn(answer.text(), attempt.sent()));
    }
    var auditFaults = new ArrayList<String>();
    var audited = false;
    if (operation.changesSomething()) {
      var after = state(target);
      audited = !after.audit().equals(before.audit());
      var mayChange = done && (mayRead || row.data() == AccessRow.Data.OPEN);
      if (!mayChange && !after.equals(before)) {
        leaks.add("something was changed");
      } else if (mayChange) {
        auditFaults.addAll(auditFaults(row, caller, attempt, before, after));
      }
      if (done || prepared) {
        target.restock();
      }
    }
    return new Tried(
        operation.name() + " as " + column,
        isForeign(row, column),
        row.expected(column),
        answer.status(),
        leaks,
        auditFaults,
        audited);
  }

  /** Does to the owner what there is to undo; whether there is. */
  private boolean prepare(Operation operation, MarkedTenant target) {
    var change =
        switch (operation.name()) {
          case "POST /operator/tenants/{tenantId}/reactivate" ->
              new TenantChange.Suspend("Unpaid.");
          case "DELETE /operator/tenants/{tenantId}/deletion" ->
              new TenantChange.ScheduleDeletion(30);
          default -> null;
        };
    var prepared = change != null && target == world.owner();
    if (prepared) {
      world.storage().tenants().change(target.tenant(), change, Actor.operator("op", null));
    }
    return prepared;
  }

  /** What of a tenant changes with whatever is done to it. */
  private record State(AuditHead audit, @Nullable FeedbackId newest) {}

  private State state(MarkedTenant tenant) {
    var newest = world.storage().feedback().list(tenant.tenant(), 1, null).items();
    return new State(
        world.storage().audit().head(tenant.tenant()).orElse(AuditHead.NONE),
        newest.isEmpty() ? null : newest.getFirst().id());
  }

  /** One entry with who, what, when and from where, and none where none belongs. */
  private List<String> auditFaults(
      AccessRow row, Caller caller, Attempt attempt, State before, State after) {
    var written = after.audit().sequence() - before.audit().sequence();
    if (written != (row.isAudited() ? 1 : 0)) {
      return List.of(written + " entries");
    }
    if (!row.isAudited()) {
      return List.of();
    }
    var tenant = caller.target().tenant();
    var entry = world.storage().audit().list(tenant, 1, null).items().getFirst();
    var event = entry.event();
    var faults = new ArrayList<String>();
    if (!event.operation().word().equals(row.audit())) {
      faults.add("tells of " + event.operation().word());
    }
    if (!Callers.ADDRESS.equals(event.actor().address())) {
      faults.add("comes from " + event.actor().address());
    }
    if (!event.actor().id().equals(caller.actor())) {
      faults.add("was done by " + event.actor());
    }
    if (Duration.between(event.at(), Instant.now()).abs().toMinutes() > 0) {
      faults.add("was done at " + event.at());
    }
    texts(attempt, caller.target().ids()).stream()
        .filter(text -> holds(entry, text))
        .forEach(text -> faults.add("holds '" + text + "', which was sent"));
    return faults;
  }

  /** What the caller said, but for ids and the names of fields. */
  private static List<String> texts(Attempt attempt, Ids ids) {
    return TEXT.matcher(attempt.body().replaceAll("\"\\w+\"\\s*:", ""))
        .results()
        .map(text -> text.group(1))
        .filter(text -> !ids.all().contains(text))
        .toList();
  }

  private static boolean holds(AuditEntry entry, String text) {
    var event = entry.event();
    return event.fields().contains(text)
        || event.target().id().equals(text)
        || Objects.requireNonNullElse(event.actor().address(), "").equals(text)
        || text.length() > 8 && event.toString().contains(text);
  }

  /** All cells of a row. */
  List<Tried> attempt(Operation operation, AccessRow row, List<String> columns) {
    return columns.stream().map(column -> attempt(operation, row, column)).toList();
  }
}
