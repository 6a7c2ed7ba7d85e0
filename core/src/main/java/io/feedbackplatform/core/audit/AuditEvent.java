package io.feedbackplatform.core.audit;

import io.feedbackplatform.core.actor.Actor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/**
 * That somebody did something: ids and names only, never values or text.
 *
 * @param at when, in milliseconds
 * @param fields the names of the fields that changed, sorted
 */
public record AuditEvent(
    Actor actor, Operation operation, Instant at, Target target, List<String> fields) {

  /** So narrow that nobody's text can pass for the name of a field. */
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_.]{0,49}");

  public AuditEvent {
    at = at.truncatedTo(ChronoUnit.MILLIS);
    fields = fields.stream().sorted().distinct().toList();
    if (!fields.stream().allMatch(field -> FIELD.matcher(field).matches())) {
      throw new IllegalArgumentException("an audit entry holds names of fields, not values");
    }
  }

  public static AuditEvent of(
      Actor actor, Operation operation, Instant at, Target target, Collection<String> fields) {
    return new AuditEvent(actor, operation, at, target, List.copyOf(fields));
  }
}
