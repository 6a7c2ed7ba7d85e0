package io.feedbackplatform.core.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.DomainException;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ProofOfWorkTest {

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final ProofOfWork proofs = new ProofOfWork(new byte[32], clock);
  private final TenantId tenant = TenantId.random();
  private final SiteId site = SiteId.random();

  @Test
  void acceptsTheSolutionOfItsOwnChallenge() {
    var challenge = proofs.challenge(tenant, site);

    var spent = proofs.check(tenant, site, Work.solve(challenge));

    assertThat(spent)
        .isEqualTo(
            new SpentChallenge(
                site,
                challenge.challenge(),
                TestObjects.NOW,
                TestObjects.NOW.plus(Duration.ofMinutes(20))));
  }

  /** What an ALTCHA widget looks for in a challenge of version 1. */
  @Test
  void makesChallengesInTheFormatOfAltcha() {
    var challenge = proofs.challenge(tenant, site);

    assertThat(challenge.algorithm()).isEqualTo("SHA-256");
    assertThat(challenge.challenge()).matches("[0-9a-f]{64}");
    assertThat(challenge.signature()).matches("[0-9a-f]{64}");
    assertThat(challenge.maxnumber()).isEqualTo(100_000);
    assertThat(challenge.salt())
        .matches(
            "[0-9a-f]{24}\\?expires=" + TestObjects.NOW.plusSeconds(1_200).getEpochSecond() + "&");
  }

  @Test
  void neverMakesTheSameChallengeTwice() {
    assertThat(proofs.challenge(tenant, site)).isNotEqualTo(proofs.challenge(tenant, site));
  }

  @Test
  void acceptsAChallengeUntilItExpires() {
    var solution = Work.solve(proofs.challenge(tenant, site));

    clock.advance(ProofOfWork.LIFETIME.minusSeconds(1));
    assertThat(proofs.check(tenant, site, solution)).isNotNull();
    clock.advance(Duration.ofSeconds(1));

    assertThatThrownBy(() -> proofs.check(tenant, site, solution))
        .isInstanceOf(DomainException.ChallengeExpired.class);
  }

  @Test
  void refusesWhatIsMeantForAnybodyElse() {
    var solution = Work.solve(proofs.challenge(tenant, site));
    var others = new ProofOfWork("another secret".getBytes(), clock);

    assertThat(proofs.check(tenant, site, solution)).isNotNull();
    assertRefused(() -> proofs.check(tenant, SiteId.random(), solution));
    assertRefused(() -> proofs.check(TenantId.random(), site, solution));
    assertRefused(() -> others.check(tenant, site, solution));
  }

  @Test
  void refusesEveryAlteration() {
    var good = Work.solve(proofs.challenge(tenant, site));
    var other = Work.solve(proofs.challenge(tenant, site));
    var late = good.salt().replaceFirst("expires=[0-9]+", "expires=9999999999");
    var digit = Long.toString(good.number()).charAt(0);
    var rest = ("0" + Long.toString(good.number()).substring(1));
    Map<String, WorkSolution> altered = new LinkedHashMap<>();
    altered.put("no number", with(good, -1));
    altered.put("next number", with(good, good.number() + 1));
    altered.put("huge number", with(good, Long.MAX_VALUE));
    altered.put("number over the most", with(good, ProofOfWork.MOST + 1L));
    altered.put("later expiry", salted(good, late, good.number()));
    altered.put("salt of another", salted(good, other.salt(), other.number()));
    altered.put("digit moved to the salt", salted(good, good.salt() + digit, Long.parseLong(rest)));
    altered.put(
        "digit moved to the expiry",
        salted(good, good.salt().replace("&", "") + digit, Long.parseLong(rest)));
    altered.put("empty salt", salted(good, "", good.number()));
    altered.put("another parameter", salted(good, good.salt() + "a=b&", good.number()));
    altered.put("signature of another", signed(good, other.signature()));
    altered.put("no signature", signed(good, ""));
    altered.put("upper case", signed(good, good.signature().toUpperCase(Locale.ROOT)));
    altered.put("signature in other letters", signed(good, "ü".repeat(64)));
    altered.put("other algorithm", algorithm(good, "SHA-1"));
    altered.put("algorithm in other letters", algorithm(good, "sha-256"));
    altered.put(
        "challenge of another",
        new WorkSolution(
            good.algorithm(), other.challenge(), good.number(), good.salt(), good.signature()));

    assertThat(proofs.check(tenant, site, good)).isNotNull();
    altered.forEach((what, solution) ->
        assertThatThrownBy(() -> proofs.check(tenant, site, solution))
            .as(what)
            .isInstanceOf(DomainException.ChallengeFailed.class));
  }

  private static void assertRefused(ThrowingCallable check) {
    assertThatThrownBy(check).isInstanceOf(DomainException.ChallengeFailed.class);
  }

  private static WorkSolution with(WorkSolution good, long number) {
    return salted(good, good.salt(), number);
  }

  private static WorkSolution salted(WorkSolution good, String salt, long number) {
    return new WorkSolution(good.algorithm(), good.challenge(), number, salt, good.signature());
  }

  private static WorkSolution signed(WorkSolution good, String signature) {
    return new WorkSolution(
        good.algorithm(), good.challenge(), good.number(), good.salt(), signature);
  }

  private static WorkSolution algorithm(WorkSolution good, String algorithm) {
    return new WorkSolution(
        algorithm, good.challenge(), good.number(), good.salt(), good.signature());
  }
}
