package io.feedbackplatform.core.change;

import io.feedbackplatform.core.analytics.Bucket;
import io.feedbackplatform.core.analytics.CounterChange;
import io.feedbackplatform.core.analytics.CounterKey;
import io.feedbackplatform.core.analytics.Counts;
import io.feedbackplatform.core.analytics.Granularity;
import io.feedbackplatform.core.analytics.Scope;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.site.SiteId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What of a piece of feedback, or of a form that was opened, its counters notice.
 *
 * @param zone the tenant's time zone when it came
 * @param answered what it adds where it counts
 * @param spam which counts nowhere
 */
public record Countable(
    SiteId site,
    Instant createdAt,
    ZoneId zone,
    Counts answered,
    boolean spam,
    @Nullable String category,
    Collection<String> tags) {

  private static final Scope TENANT = new Scope.Tenant();
  private static final Bucket TOTAL = new Bucket.Total();

  public static Countable of(Feedback feedback) {
    var said = feedback.submission();
    var assessment = feedback.assessment();
    var answered =
        Counts.ofOne(
            said.rating(), said.nps(), said.ces(), assessment.label(), assessment.tenThousandths());
    return new Countable(
        feedback.site(),
        feedback.createdAt(),
        feedback.zone(),
        feedback.fromOpenedForm() ? answered.allSent() : answered,
        feedback.status() == Status.SPAM,
        said.category(),
        feedback.tags());
  }

  /** A form that was opened counts as that alone. */
  public static Countable opened(SiteId site, Instant at, ZoneId zone) {
    return new Countable(site, at, zone, Counts.oneOpened(), false, null, List.of());
  }

  public static Countable of(OpenedForm form) {
    return opened(form.site(), form.at(), form.zone());
  }

  private Counts counts() {
    return spam ? Counts.ZERO : answered;
  }

  /** What it adds where it counts. */
  List<CounterChange> added() {
    var changes = new ArrayList<CounterChange>();
    if (!spam) {
      addTo(changes, answered);
      addFacets(changes, answered, null);
    }
    return changes;
  }

  /** What it takes back. */
  List<CounterChange> removed() {
    var changes = new ArrayList<CounterChange>();
    if (!spam) {
      var counts = answered.negated();
      addTo(changes, counts);
      addFacets(changes, counts, null);
    }
    return changes;
  }

  List<CounterChange> expired() {
    var changes = added();
    changes.replaceAll(change -> CounterChange.expired(change.key(), change.counts()));
    return changes;
  }

  /** What its becoming another adds: mostly nothing, or the same to the same counters. */
  List<CounterChange> becoming(Countable other) {
    var changes = new ArrayList<CounterChange>();
    if (!createdAt.equals(other.createdAt)
        || !zone.equals(other.zone)
        || !site.equals(other.site)) {
      changes.addAll(removed());
      changes.addAll(other.added());
      return changes;
    }
    var before = counts();
    var after = other.counts();
    var difference = after.minus(before);
    if (!difference.isZero()) {
      addTo(changes, difference);
      addFacets(changes, difference, other);
    }
    if (!spam) {
      addFacetsNotOf(other, changes, before.negated());
    }
    if (!other.spam) {
      other.addFacetsNotOf(this, changes, after);
    }
    return changes;
  }

  private void addTo(List<CounterChange> changes, Counts counts) {
    var date = LocalDate.ofInstant(createdAt, zone);
    var hour = new Bucket.Hour(Granularity.HOUR.startOf(createdAt, zone));
    var day = new Bucket.Day(date);
    var month = new Bucket.Month(YearMonth.of(date.getYear(), date.getMonthValue()));
    var ofSite = new Scope.Site(site);
    addTo(changes, TENANT, hour, day, month, counts);
    addTo(changes, ofSite, hour, day, month, counts);
  }

  private static void addTo(
      List<CounterChange> changes,
      Scope scope,
      Bucket hour,
      Bucket day,
      Bucket month,
      Counts counts) {
    changes.add(CounterChange.counted(new CounterKey(scope, TOTAL), counts));
    changes.add(CounterChange.counted(new CounterKey(scope, hour), counts));
    changes.add(CounterChange.counted(new CounterKey(scope, day), counts));
    changes.add(CounterChange.counted(new CounterKey(scope, month), counts));
  }

  /** To the facets that it shares with another; without another, to all. */
  private void addFacets(List<CounterChange> changes, Counts counts, @Nullable Countable other) {
    if (category != null && (other == null || category.equals(other.category))) {
      addFacet(changes, new Scope.Category(category), counts);
    }
    for (var tag : tags) {
      if (other == null || other.tags.contains(tag)) {
        addFacet(changes, new Scope.Tag(tag), counts);
      }
    }
  }

  private void addFacetsNotOf(Countable other, List<CounterChange> changes, Counts counts) {
    if (category != null && !category.equals(other.category)) {
      addFacet(changes, new Scope.Category(category), counts);
    }
    for (var tag : tags) {
      if (!other.tags.contains(tag)) {
        addFacet(changes, new Scope.Tag(tag), counts);
      }
    }
  }

  private void addFacet(List<CounterChange> changes, Scope facet, Counts counts) {
    var day = new Bucket.Day(LocalDate.ofInstant(createdAt, zone));
    changes.add(CounterChange.counted(new CounterKey(facet, day), counts));
  }
}
