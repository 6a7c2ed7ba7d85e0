package io.feedbackplatform.admin.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.admin.api.AuditPage.Entry;
import io.feedbackplatform.admin.api.AuditPage.What;
import io.feedbackplatform.admin.api.AuditPage.Who;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SentenceTest {

  private final Sentence sentence = new Sentence(Map.of("u1", "You", "u2", "ada@example.com"));

  private String of(String actor, String operation, String kind, String id) {
    return sentence.of(
        new Entry(
            1,
            Instant.EPOCH,
            new Who("person", actor, null),
            operation,
            new What(kind, id),
            List.of()));
  }

  @Test
  void saysWhoDidWhatToWhom() {
    assertThat(of("u1", "member_role_changed", "member", "u2"))
        .isEqualTo("You changed the role of ada@example.com.");
    assertThat(of("u2", "member_removed", "member", "u2"))
        .isEqualTo("ada@example.com left the team.");
    assertThat(of("u1", "api_key_rotated", "api_key", "0123456789ABC"))
        .isEqualTo("You gave API key 01234567… a new secret.");
  }

  @Test
  void endsAsSentencesDo() {
    assertThat(of("u1", "site_created", "site", "0123456789ABC"))
        .isEqualTo("You added site 01234567…");
    assertThat(of("u2", "member_added", "member", "u1"))
        .isEqualTo("ada@example.com added you to the team.");
  }

  @Test
  void namesWhoeverIsNotKnownByTheBeginningOfTheirId() {
    assertThat(of("11112222-3333", "member_joined", "member", "11112222-3333"))
        .isEqualTo("Member 11112222… joined the team by invitation.");
  }

  @Test
  void copesWithWordsThatComeLater() {
    assertThat(of("u1", "roof_painted", "green_roof", "r1"))
        .isEqualTo("You did “roof painted” (green roof r1).");
  }
}
