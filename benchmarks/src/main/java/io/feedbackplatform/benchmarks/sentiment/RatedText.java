package io.feedbackplatform.benchmarks.sentiment;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * A text and what people made of it.
 *
 * @param mean of their ratings, from -4 to 4
 */
record RatedText(String id, double mean, String text) {

  /** From which mean on people found a text positive, and from whose negative on negative. */
  private static final double POLAR = 0.5;

  private static final int SCALE = 4;

  /** A line: id, mean and text with tabs between them; nothing when it is something else. */
  static @Nullable RatedText of(String line) {
    var parts = line.split("\t", 3);
    if (parts.length < 3 || parts[2].isBlank()) {
      return null;
    }
    var mean = number(parts[1]);
    if (mean == null || Math.abs(mean) > SCALE || number(parts[2].split("\t", 2)[0]) != null) {
      return null;
    }
    return new RatedText(parts[0].strip(), mean, parts[2].strip());
  }

  Sentiment mood() {
    if (Math.abs(mean) < POLAR) {
      return Sentiment.NEUTRAL;
    }
    return mean > 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE;
  }

  /** Half of the texts, by their ids, on which the analyser was never tuned. */
  boolean isHeldOut() {
    var crc = new CRC32();
    crc.update(id.getBytes(StandardCharsets.UTF_8));
    return (crc.getValue() & 1) == 1;
  }

  private static @Nullable Double number(String text) {
    try {
      return Double.valueOf(text.strip());
    } catch (NumberFormatException other) {
      return null;
    }
  }
}
