package io.feedbackplatform.core;

import io.feedbackplatform.core.feedback.Answers;
import io.feedbackplatform.core.feedback.Arrival;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.IdempotencyKey;
import io.feedbackplatform.core.feedback.IdempotencyRecord;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.spam.SpamScore;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Valid objects of the domain, for tests to spell out only what matters to them. */
public final class TestObjects {

  /** When everything here happens. */
  public static final Instant NOW = Instant.parse("2026-11-22T17:30:00Z");

  private TestObjects() {}

  public static Tenant tenant() {
    return tenant(1);
  }

  /** On the largest plan, so that only tests of limits meet any. */
  public static Tenant tenant(int writeShards) {
    return new Tenant(
            TenantId.random(), "Northwind", writeShards, Tenant.DEFAULT_RETENTION_DAYS, NOW)
        .on(Plan.ENTERPRISE);
  }

  public static Site site(String... origins) {
    return site(SiteId.random(), origins);
  }

  public static Site site(SiteId id, String... origins) {
    var listed = new HashSet<Origin>();
    for (var origin : origins) {
      listed.add(new Origin(origin));
    }
    return Site.named(id, "Shop", Set.copyOf(listed), NOW);
  }

  public static Submission submission(@Nullable Integer rating, @Nullable String message) {
    return new Submission(rating, message, null, null, null, null, null, Map.of());
  }

  public static Submission submission(Answers answers) {
    return new Submission(answers, null, null, null, null, null, null, Map.of());
  }

  /** With every field filled. */
  public static Submission fullSubmission() {
    return new Submission(
        new Answers(4, 9, 6),
        "Fast delivery, but the box was open.",
        "Ada",
        "ada@example.com",
        "delivery",
        "https://shop.example/cart?step=2",
        "en-GB",
        Map.of("plan", "pro", "version", "1.4"));
  }

  /** A new id as it is made at that time. */
  public static FeedbackId idAt(Instant at) {
    var random = UUID.randomUUID();
    var time = at.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff;
    return new FeedbackId(new UUID(time, random.getLeastSignificantBits()).toString());
  }

  public static Feedback feedback(SiteId site) {
    return feedback(site, 5, Sentiment.POSITIVE, Status.NEW);
  }

  public static Feedback feedback(
      SiteId site, @Nullable Integer rating, Sentiment sentiment, Status status) {
    return feedback(
        FeedbackId.next(),
        site,
        submission(rating, "Good coffee."),
        sentiment,
        status,
        SpamScore.NONE,
        NOW,
        NOW.plusSeconds(86_400));
  }

  public static Feedback feedback(SiteId site, Submission submission) {
    return feedback(
        FeedbackId.next(),
        site,
        submission,
        Sentiment.NEUTRAL,
        Status.NEW,
        SpamScore.NONE,
        NOW,
        NOW.plusSeconds(86_400));
  }

  /** Within its tenant's plan, in UTC, without tags, its mood a label and no more. */
  public static Feedback feedback(
      FeedbackId id,
      SiteId site,
      Submission submission,
      Sentiment sentiment,
      Status status,
      SpamScore spam,
      Instant createdAt,
      @Nullable Instant expiresAt) {
    return feedback(
        id,
        site,
        submission,
        Assessment.of(sentiment),
        status,
        new Arrival(createdAt, ZoneOffset.UTC, expiresAt, spam, false));
  }

  /** Without tags. */
  public static Feedback feedback(
      FeedbackId id,
      SiteId site,
      Submission submission,
      Assessment assessment,
      Status status,
      Arrival arrival) {
    return new Feedback(id, site, submission, arrival, Mood.of(assessment), status, Set.of());
  }

  public static IdempotencyRecord idempotency(SiteId site, String key, String fingerprint) {
    return new IdempotencyRecord(
        site, new IdempotencyKey(key), fingerprint, NOW.plusSeconds(7 * 86_400));
  }
}
