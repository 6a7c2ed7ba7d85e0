package io.feedbackplatform.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import org.altcha.altcha.Altcha;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What ALTCHA's own library makes of our challenges. */
class AltchaTest {

  private final ProofOfWork work = new ProofOfWork(new byte[32], new MutableClock(TestObjects.NOW));
  private final TenantId tenant = TenantId.random();
  private final SiteId site = SiteId.random();

  @RepeatedTest(5)
  void solvesThem() throws Exception {
    var challenge = work.challenge(tenant, site);

    var number = solved(challenge);

    assertThat(work.check(tenant, site, Work.with(challenge, number)).challenge())
        .isEqualTo(challenge.challenge());
    assertThatThrownBy(() -> work.check(tenant, site, Work.with(challenge, number + 1)))
        .isInstanceOf(DomainException.ChallengeFailed.class);
  }

  @Test
  void readsTheirExpiry() throws Exception {
    var expires = TestObjects.NOW.plus(ProofOfWork.LIFETIME).getEpochSecond();

    assertThat(Altcha.extractParams(work.challenge(tenant, site).salt()))
        .containsEntry("expires", Long.toString(expires));
  }

  private static long solved(WorkChallenge challenge) throws Exception {
    return Altcha.solveChallenge(
            challenge.challenge(),
            challenge.salt(),
            Altcha.Algorithm.SHA256,
            challenge.maxnumber(),
            0)
        .number;
  }
}
