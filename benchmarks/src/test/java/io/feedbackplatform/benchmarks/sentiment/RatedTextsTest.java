package io.feedbackplatform.benchmarks.sentiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.sentiment.Sentiment;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatedTextsTest {

  @TempDir Path folder;

  @Test
  void readsSetsInAnyUsualEncodingAndWithAnyLineEnd() throws IOException {
    var text = "1_1\t2.5\tTrès bien\r\n2\t-0.49\ta\tb\r\n\r\n";
    write("a_GroundTruth.txt", ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8));
    write("b_GroundTruth.txt", text.getBytes(Charset.forName("windows-1252")));
    write(
        "notes.txt",
        "1\t1\tnot a set beside those that are marked".getBytes(StandardCharsets.UTF_8));

    var sets = RatedTexts.in(folder);

    assertThat(sets).extracting(RatedTexts::name).containsExactly("a", "b");
    assertThat(sets)
        .allSatisfy(set ->
            assertThat(set.texts())
                .containsExactly(
                    new RatedText("1_1", 2.5, "Très bien"), new RatedText("2", -0.49, "a\tb")));
  }

  @Test
  void takesAnyFileOfSuchLinesWhenNoneIsMarked() throws IOException {
    write("mine.txt", "1\t2.5\tgood\n2\t-2\tbad\n".getBytes(StandardCharsets.UTF_8));
    write("readme.txt", "Rated by people.\n".getBytes(StandardCharsets.UTF_8));
    write("lexicon.txt", "good\t1.9\t0.9434\t[2, 1]\n".getBytes(StandardCharsets.UTF_8));

    assertThat(RatedTexts.in(folder)).extracting(RatedTexts::name).containsExactly("mine");
  }

  @Test
  void namesTheFileThatIsMarkedAndIsNoSet() throws IOException {
    write("odd_GroundTruth.txt", "no rated text\n".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> RatedTexts.in(folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("odd_GroundTruth.txt: 1 of 1 lines");
  }

  @Test
  void callsMeansWithinHalfAPointNeutral() {
    assertThat(new RatedText("1", 0.49, "x").mood()).isEqualTo(Sentiment.NEUTRAL);
    assertThat(new RatedText("1", 0.5, "x").mood()).isEqualTo(Sentiment.POSITIVE);
    assertThat(new RatedText("1", -0.5, "x").mood()).isEqualTo(Sentiment.NEGATIVE);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }
}
