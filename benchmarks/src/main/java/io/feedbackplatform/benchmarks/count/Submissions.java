package io.feedbackplatform.benchmarks.count;

import com.amazonaws.services.lambda.runtime.events.DynamodbEvent.DynamodbStreamRecord;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.AttributeValue;
import com.amazonaws.services.lambda.runtime.events.models.dynamodb.StreamRecord;
import io.feedbackplatform.core.id.RandomId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * New feedback of 100 tenants with a site each, the first of them the busiest (Zipf's law with an
 * exponent of 1.1), as records of the stream. The same at every run.
 */
public final class Submissions {

  private static final int TENANTS = 100;
  private static final double EXPONENT = 1.1;
  private static final int CATEGORIES = 5;

  private final Random random = new Random(11);
  private final List<String> tenants = ids();
  private final List<String> sites = ids();
  private final double[] upTo = new double[TENANTS];
  private final double withCategory;

  /**
   * @param withCategory the share of the feedback that is in one of its tenant's five categories
   */
  public Submissions(double withCategory) {
    this.withCategory = withCategory;
    double sum = 0;
    for (int i = 0; i < TENANTS; i++) {
      sum += 1 / Math.pow(i + 1, EXPONENT);
      upTo[i] = sum;
    }
  }

  private List<String> ids() {
    return IntStream.range(0, TENANTS)
        .mapToObj(i -> {
          var bytes = new byte[26];
          random.nextBytes(bytes);
          return RandomId.of(bytes);
        })
        .toList();
  }

  /**
   * Records that follow each other evenly.
   *
   * @param seconds over which they are spread
   */
  public List<DynamodbStreamRecord> records(int number, Instant from, int seconds) {
    var records = new ArrayList<DynamodbStreamRecord>();
    for (int i = 0; i < number; i++) {
      records.add(submission(from.plusSeconds((long) i * seconds / number)));
    }
    return records;
  }

  private DynamodbStreamRecord submission(Instant at) {
    int tenant = tenant();
    var image = new HashMap<String, AttributeValue>();
    text(image, "pk", "T#" + tenants.get(tenant) + "#F#0");
    text(image, "sk", new UUID(random.nextLong(), random.nextLong()).toString());
    text(image, "siteId", sites.get(tenant));
    text(image, "message", "The coffee came quickly, but the box was open.");
    text(image, "page", "https://shop.example/cart");
    text(image, "locale", "en-GB");
    text(image, "sentiment", List.of("positive", "neutral", "negative").get(random.nextInt(3)));
    text(image, "status", "new");
    text(image, "zone", "Europe/Berlin");
    text(image, "createdAt", at.toString());
    image.put("rating", number(1 + random.nextInt(5)));
    image.put("expiresAt", number(at.getEpochSecond() + 30 * 86_400));
    image.put("score", new AttributeValue().withN("0.4215"));
    image.put(
        "metadata", new AttributeValue().withM(Map.of("plan", new AttributeValue().withS("pro"))));
    if (random.nextDouble() < withCategory) {
      text(image, "category", "category " + random.nextInt(CATEGORIES));
    }
    var images = new StreamRecord();
    images.setNewImage(image);
    images.setSequenceNumber(Integer.toString(random.nextInt(Integer.MAX_VALUE)));
    images.setApproximateCreationDateTime(Date.from(at));
    var submitted = new DynamodbStreamRecord();
    submitted.setEventID("%016x%016x".formatted(random.nextLong(), random.nextLong()));
    submitted.setEventName("INSERT");
    submitted.setDynamodb(images);
    return submitted;
  }

  private int tenant() {
    double point = random.nextDouble() * upTo[TENANTS - 1];
    int tenant = 0;
    while (upTo[tenant] < point) {
      tenant++;
    }
    return tenant;
  }

  private static void text(Map<String, AttributeValue> image, String name, String value) {
    image.put(name, new AttributeValue().withS(value));
  }

  private static AttributeValue number(long value) {
    return new AttributeValue().withN(Long.toString(value));
  }
}
