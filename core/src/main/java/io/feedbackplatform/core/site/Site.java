package io.feedbackplatform.core.site;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.audit.AuditEvent;
import io.feedbackplatform.core.audit.Operation;
import io.feedbackplatform.core.audit.Target;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A website of a tenant.
 *
 * @param name what people call it, 1 to 200 characters
 * @param origins whose pages may use the site's keys, at most {@value #MOST_ORIGINS}; pages of no
 *     other may
 * @param strings texts of the widget that this site words differently, by the widget's names for
 *     them
 * @param challenge what its pages must show before they may leave feedback
 * @param question what the widget asks on them
 */
public record Site(
    SiteId id,
    String name,
    Set<OriginPattern> origins,
    WidgetTheme theme,
    Map<String, String> strings,
    Challenge challenge,
    Question question,
    Instant createdAt) {

  /** How many sites a tenant has at most. */
  public static final int MOST_SITES = 100;

  public static final int LONGEST_NAME = 200;

  /** So many that all of them can be replaced by as many others in one transaction. */
  public static final int MOST_ORIGINS = 40;

  public Site {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new IllegalArgumentException("a site's name has 1 to 200 characters");
    }
    if (origins.size() > MOST_ORIGINS) {
      throw new IllegalArgumentException("a site has at most " + MOST_ORIGINS + " origins");
    }
    origins = Set.copyOf(origins);
    strings = Map.copyOf(strings);
  }

  /** A site that looks and speaks as the widget does by default, for pages of these origins. */
  public static Site named(SiteId id, String name, Set<Origin> origins, Instant createdAt) {
    return new Site(
        id,
        name,
        origins.stream().map(OriginPattern::of).collect(Collectors.toUnmodifiableSet()),
        WidgetTheme.DEFAULT,
        Map.of(),
        Challenge.NONE,
        Question.RATING,
        createdAt);
  }

  /** The same site with another challenge for its pages. */
  public Site withChallenge(Challenge other) {
    return new Site(id, name, origins, theme, strings, other, question, createdAt);
  }

  /** The same site whose widget asks something else. */
  public Site asking(Question other) {
    return new Site(id, name, origins, theme, strings, challenge, other, createdAt);
  }

  /** The same site for pages of other origins. */
  public Site withOrigins(Set<OriginPattern> others) {
    return new Site(id, name, others, theme, strings, challenge, question, createdAt);
  }

  /** Whether pages of this origin may use the site's keys. */
  public boolean allows(Origin origin) {
    return OriginPattern.covering(origin).stream().anyMatch(origins::contains);
  }

  /** The names of what is not as it was; all that is set when there was no such site. */
  public List<String> differencesFrom(@Nullable Site former) {
    var before = former == null ? named(id, "-", Set.of(), createdAt) : former;
    var fields = new ArrayList<String>();
    if (former == null || !name.equals(before.name)) {
      fields.add("name");
    }
    if (!origins.equals(before.origins)) {
      fields.add("origins");
    }
    if (!theme.equals(before.theme)) {
      fields.add("theme");
    }
    if (!strings.equals(before.strings)) {
      fields.add("strings");
    }
    if (challenge != before.challenge) {
      fields.add("challenge");
    }
    if (question != before.question) {
      fields.add("question");
    }
    return fields;
  }

  /** What the audit says of the site's being saved in place of the former. */
  public AuditEvent savedEvent(@Nullable Site former, Actor actor, Instant at) {
    return AuditEvent.of(
        actor,
        former == null ? Operation.SITE_CREATED : Operation.SITE_CHANGED,
        at,
        new Target(Target.Kind.SITE, id.value()),
        differencesFrom(former));
  }
}
