package io.feedbackplatform.core.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.core.TestObjects;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TenantSettingsTest {

  private static final TenantSettings UNDATED =
      new TenantSettings(ZoneId.of("UTC"), SentimentBy.COMPREHEND);

  /** As of tenants that chose before the choice had a date. */
  @Test
  void datesAChoiceOfComprehendWithoutADateWhenItIsMadeAgain() {
    assertThat(UNDATED.isForComprehend(TestObjects.NOW)).isFalse();

    var again = UNDATED.judgedBy(SentimentBy.COMPREHEND, TestObjects.NOW);

    assertThat(again.sentimentBySince()).isEqualTo(TestObjects.NOW);
    assertThat(again.isForComprehend(TestObjects.NOW)).isTrue();
    assertThat(again.judgedBy(SentimentBy.COMPREHEND, TestObjects.NOW.plusSeconds(1)))
        .isEqualTo(again);
  }

  @Test
  void givesTheLexiconNoDateThatWasNeverChosen() {
    assertThat(TenantSettings.DEFAULT.judgedBy(SentimentBy.LEXICON, TestObjects.NOW))
        .isEqualTo(TenantSettings.DEFAULT);
  }
}
