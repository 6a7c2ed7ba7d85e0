package io.feedbackplatform.api.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.settings.ApiSettings.CursorSecret;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CursorsTest {

  private final TenantId tenant = TenantId.random();
  private final UUID id = UUID.randomUUID();
  private final Cursors cursors = new Cursors(new CursorSecret(new byte[32]));

  @Test
  void readsWhatItWrote() {
    assertThat(cursors.read(tenant, "feedback", cursors.write(tenant, "feedback", id)))
        .isEqualTo(id);
  }

  @Test
  void isSafeInAQueryString() {
    assertThat(cursors.write(tenant, "feedback", id)).matches("[A-Za-z0-9_-]{64}");
  }

  @Test
  void refusesAnotherTenantAnotherQueryAndAnotherSecret() {
    var cursor = cursors.write(tenant, "feedback", id);
    var otherSecret = new byte[32];
    otherSecret[31] = 1;

    assertThatThrownBy(() -> cursors.read(TenantId.random(), "feedback", cursor))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(() -> cursors.read(tenant, "feedback?rating=5", cursor))
        .isInstanceOf(ProblemException.class);
    assertThatThrownBy(
            () -> new Cursors(new CursorSecret(otherSecret)).read(tenant, "feedback", cursor))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void refusesTenThousandMutations() {
    var random = new Random(42);
    var cursor = cursors.write(tenant, "feedback", id);
    for (int i = 0; i < 10_000; i++) {
      var mutated = new StringBuilder(cursor);
      int at = random.nextInt(mutated.length());
      char before = mutated.charAt(at);
      mutated.setCharAt(at, (char) (32 + random.nextInt(95)));
      if (mutated.charAt(at) != before) {
        assertThatThrownBy(() -> cursors.read(tenant, "feedback", mutated.toString()))
            .as("cursor %s", mutated)
            .isInstanceOf(ProblemException.class);
      }
    }
  }
}
