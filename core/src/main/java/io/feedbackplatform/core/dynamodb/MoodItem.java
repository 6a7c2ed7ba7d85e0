package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.sentiment.Assessment;
import io.feedbackplatform.core.sentiment.Mood;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.sentiment.Source;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * A mood as attributes of its feedback, and back. Feedback of old has a label and no more. Names
 * are short and the usual source is left out, since inboxes read these items every two seconds.
 */
final class MoodItem {

  static final String CORRECTED = "sentimentCorrected";

  static final String LABEL = "sentiment";
  static final String SCORE = "score";
  private static final String WORDS = "words";
  private static final String SOURCE = "sentimentSource";

  private static final int DECIMALS = 4;

  private MoodItem() {}

  static void write(Item item, Mood mood) {
    var analyzed = mood.analyzed();
    item.with(LABEL, analyzed.label())
        .with(SCORE, BigDecimal.valueOf(analyzed.tenThousandths(), DECIMALS));
    if (analyzed.source() != Source.LEXICON) {
      item.with(SOURCE, analyzed.source());
    }
    if (!analyzed.words().isEmpty()) {
      item.with(WORDS, analyzed.words());
    }
    if (mood.corrected() != null) {
      item.with(CORRECTED, mood.corrected());
    }
  }

  /**
   * Fails when the feedback is gone or expired, when a person has corrected its mood, or when
   * another program but the lexicon has assessed it: one write, so that nobody's word falls between
   * looking and writing.
   */
  static UpdateItemRequest assessment(String table, Key key, Assessment assessment, Instant now) {
    var words = assessment.words();
    var values = new HashMap<String, AttributeValue>();
    values.put(":label", Item.constantOf(assessment.label()));
    values.put(
        ":score",
        AttributeValue.fromN(
            BigDecimal.valueOf(assessment.tenThousandths(), DECIMALS).toPlainString()));
    values.put(":source", Item.constantOf(assessment.source()));
    values.put(":lexicon", Item.constantOf(Source.LEXICON));
    values.put(":now", Item.second(now));
    if (!words.isEmpty()) {
      values.put(
          ":words", AttributeValue.fromL(words.stream().map(AttributeValue::fromS).toList()));
    }
    return UpdateItemRequest.builder()
        .tableName(table)
        .key(key.attributes())
        .updateExpression(
            "SET #label = :label, #score = :score, #source = :source"
                + (words.isEmpty() ? " REMOVE #words" : ", #words = :words"))
        .conditionExpression(
            "attribute_exists(pk) AND attribute_not_exists(#corrected)"
                + " AND (attribute_not_exists(#source) OR #source = :lexicon)"
                + " AND (attribute_not_exists(#expiresAt) OR #expiresAt > :now)")
        .expressionAttributeNames(
            Map.of(
                "#label", LABEL,
                "#score", SCORE,
                "#source", SOURCE,
                "#words", WORDS,
                "#corrected", CORRECTED,
                "#expiresAt", TableLayout.EXPIRES_AT))
        .expressionAttributeValues(values)
        .build();
  }

  static Mood read(Item item) {
    var source = item.constantOrNull(SOURCE, Source.class);
    return new Mood(
        new Assessment(
            item.constant(LABEL, Sentiment.class),
            item.decimal(SCORE).doubleValue(),
            List.copyOf(item.textList(WORDS)),
            source == null ? Source.LEXICON : source),
        item.constantOrNull(CORRECTED, Sentiment.class));
  }
}
