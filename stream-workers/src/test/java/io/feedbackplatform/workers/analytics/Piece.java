package io.feedbackplatform.workers.analytics;

import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A piece of feedback as its table holds it, to be changed at random. */
final class Piece {

  private static final List<String> LABELS = List.of("positive", "neutral", "negative");
  private static final List<String> CATEGORIES = List.of("delivery", "price", "D#2026-11-22#odd");
  private static final List<String> TAGS = List.of("billing", "late", "urgent");
  private static final List<String> ZONES =
      List.of("Europe/Berlin", "Asia/Kolkata", "America/St_Johns", "Pacific/Apia");

  final String tenant;
  final String site;
  final Instant createdAt;
  final @Nullable String zone;
  final @Nullable Integer nps;
  final @Nullable Integer ces;
  final int score;
  final String analyzed;
  @Nullable Integer rating;
  @Nullable String corrected;
  @Nullable String category;
  Set<String> tags = Set.of();
  boolean spam;

  Piece(String tenant, String site, Instant createdAt, Random random) {
    this.tenant = tenant;
    this.site = site;
    this.createdAt = createdAt;
    this.zone = random.nextBoolean() ? null : ZONES.get(random.nextInt(ZONES.size()));
    this.rating = random.nextInt(4) == 0 ? null : Integer.valueOf(1 + random.nextInt(5));
    this.nps = random.nextInt(3) == 0 ? Integer.valueOf(random.nextInt(11)) : null;
    this.ces = random.nextInt(3) == 0 ? Integer.valueOf(1 + random.nextInt(7)) : null;
    this.score = random.nextInt(20_001) - 10_000;
    this.analyzed = any(LABELS, random);
    this.category = random.nextBoolean() ? any(CATEGORIES, random) : null;
    this.spam = random.nextInt(8) == 0;
  }

  void change(Random random) {
    switch (random.nextInt(6)) {
      case 0 -> spam = !spam;
      case 1 -> corrected = corrected == null ? any(LABELS, random) : null;
      case 2 -> category = random.nextInt(3) == 0 ? null : any(CATEGORIES, random);
      case 3 -> {
        var some = new TreeSet<String>();
        TAGS.stream().filter(tag -> random.nextBoolean()).forEach(some::add);
        tags = some;
      }
      case 4 -> rating = 1 + random.nextInt(5);
      default -> {
        // Moved from new to open, say: nothing that counts.
      }
    }
  }

  ZoneId zoneId() {
    return ZoneId.of(zone == null ? "Z" : zone);
  }

  Map<String, AttributeValue> image() {
    var image = new HashMap<String, AttributeValue>();
    text(image, "pk", "T#" + tenant + "#F#0");
    text(image, "siteId", site);
    text(image, "message", "Words that nobody counts.");
    text(image, "createdAt", createdAt.toString());
    text(image, "zone", zone);
    text(image, "sentiment", analyzed);
    text(image, "sentimentCorrected", corrected);
    text(image, "category", category);
    text(image, "status", spam ? "spam" : "new");
    number(image, "rating", rating);
    number(image, "nps", nps);
    number(image, "ces", ces);
    image.put("score", new AttributeValue().withN(Double.toString(score / 10_000.0)));
    if (!tags.isEmpty()) {
      image.put("tags", new AttributeValue().withSS(tags));
    }
    return image;
  }

  private static void text(Map<String, AttributeValue> image, String name, @Nullable String value) {
    if (value != null) {
      image.put(name, new AttributeValue().withS(value));
    }
  }

  private static void number(
      Map<String, AttributeValue> image, String name, @Nullable Integer value) {
    if (value != null) {
      image.put(name, new AttributeValue().withN(value.toString()));
    }
  }

  private static String any(List<String> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }
}
