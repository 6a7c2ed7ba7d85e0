package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.feedback.Creation;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackEdit;
import io.feedbackplatform.core.feedback.FeedbackEvents;
import io.feedbackplatform.core.feedback.FeedbackFilter;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.FeedbackPage;
import io.feedbackplatform.core.feedback.FeedbackStore;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.feedback.Span;
import io.feedbackplatform.core.proof.SpentChallenge;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.storage.InMemoryAudit.Change;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

final class InMemoryFeedbackStore implements FeedbackStore {

  private record Name(TenantId tenant, SiteId site, IdempotencyKey key) {}

  private record Promise(IdempotencyRecord record, Feedback first) {}

  private record Spent(TenantId tenant, SiteId site, String challenge) {}

  private final InMemoryAudit audit;
  private final Clock clock;
  private final Set<Spent> spent = new HashSet<>();
  private final Map<TenantId, NavigableMap<FeedbackId, Feedback>> feedback = new HashMap<>();
  private final Map<Name, Promise> promises = new HashMap<>();

  /**
   * @param audit also what every call here waits for
   */
  InMemoryFeedbackStore(InMemoryAudit audit, Clock clock) {
    this.audit = audit;
    this.clock = clock;
  }

  @Override
  public Creation create(
      TenantId tenant,
      Feedback created,
      @Nullable IdempotencyRecord record,
      @Nullable SpentChallenge challenge) {
    synchronized (audit) {
      var earlier =
          Optional.ofNullable(record).flatMap(promise -> recall(tenant, created, promise));
      if (earlier.isPresent()) {
        return earlier.get();
      }
      if (challenge != null
          && !spent.add(new Spent(tenant, challenge.site(), challenge.challenge()))) {
        return new Creation.ChallengeSpent();
      }
      if (record != null) {
        promises.put(new Name(tenant, record.site(), record.key()), new Promise(record, created));
      }
      ofTenant(tenant).put(created.id(), created);
      return new Creation.Created();
    }
  }

  @Override
  public Optional<Creation> recall(TenantId tenant, Feedback again, IdempotencyRecord record) {
    synchronized (audit) {
      return Optional.ofNullable(promises.get(new Name(tenant, record.site(), record.key())))
          .filter(promise -> promise.record().expiresAt().isAfter(clock.instant()))
          .map(promise ->
              promise.record().fingerprint().equals(record.fingerprint())
                  ? new Creation.Repeated(promise.first())
                  : new Creation.KeyReused());
    }
  }

  @Override
  public Optional<Feedback> find(TenantId tenant, FeedbackId id) {
    synchronized (audit) {
      return Optional.ofNullable(ofTenant(tenant).get(id)).filter(this::isLive);
    }
  }

  @Override
  public FeedbackPage list(
      TenantId tenant, FeedbackFilter filter, int limit, @Nullable FeedbackId after) {
    synchronized (audit) {
      var older = after == null ? ofTenant(tenant) : ofTenant(tenant).headMap(after, false);
      var read =
          older.descendingMap().values().stream().filter(filter::shows).limit(limit + 1L).toList();
      return FeedbackPage.of(read, limit, clock.instant(), null);
    }
  }

  @Override
  public boolean readNewest(TenantId tenant, Span span, Predicate<Feedback> reader) {
    synchronized (audit) {
      return ofTenant(tenant).descendingMap().values().stream()
          .filter(item -> span.holds(item.createdAt()))
          .filter(this::isLive)
          .allMatch(reader);
    }
  }

  @Override
  public Feedback change(
      TenantId tenant,
      FeedbackId id,
      FeedbackEdit edit,
      Actor actor,
      Predicate<Feedback> expected) {
    return audit.write(
        tenant,
        () -> {
          var found = find(tenant, id).orElseThrow(DomainException.NotFound::new);
          if (!expected.test(found)) {
            throw new DomainException.Outdated();
          }
          var changes = edit.changes(found);
          if (changes.isEmpty()) {
            return Change.none(found);
          }
          var changed = edit.of(found);
          return new Change<>(
              changed,
              FeedbackEvents.changed(found, changes, actor, clock.instant()),
              () -> ofTenant(tenant).put(id, changed));
        });
  }

  @Override
  public boolean assess(TenantId tenant, FeedbackId id, Assessment assessment) {
    synchronized (audit) {
      var open = find(tenant, id).filter(feedback -> feedback.mood().isOpen());
      open.ifPresent(feedback -> ofTenant(tenant).put(id, feedback.assessed(assessment)));
      return open.isPresent();
    }
  }

  /** All there is, as the table has it. */
  List<Feedback> everything(TenantId tenant) {
    synchronized (audit) {
      return List.copyOf(ofTenant(tenant).values());
    }
  }

  private boolean isLive(Feedback item) {
    return !item.isExpiredAt(clock.instant());
  }

  private NavigableMap<FeedbackId, Feedback> ofTenant(TenantId tenant) {
    return feedback.computeIfAbsent(tenant, id -> new TreeMap<>());
  }
}
