package io.feedbackplatform.core.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.feedbackplatform.core.tenant.Plan;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlansTest {

  @Test
  void allowMoreTheMoreTheyCost() {
    var plans = Plans.defaults();

    for (int i = 1; i < Plan.values().length; i++) {
      var less = plans.of(Plan.values()[i - 1]);
      var more = plans.of(Plan.values()[i]);
      assertThat(more.tenant().permits()).isGreaterThan(less.tenant().permits());
      assertThat(more.key().permits()).isGreaterThan(less.key().permits());
      assertThat(more.monthlyFeedback()).isGreaterThan(less.monthlyFeedback());
      assertThat(more.seats()).isGreaterThan(less.seats());
    }
    assertThat(plans.of(Plan.FREE).tenant())
        .isEqualTo(new Rate(10, Duration.ofSeconds(1), 100, 20));
  }

  @Test
  void grantNoAddressWhatAllPagesOfATenantHave() {
    var plans = Plans.defaults();
    var smallest = plans.of(Plan.FREE).tenant();

    assertThat(plans.addressReads().permits()).isGreaterThan(plans.address().permits());
    assertThat(plans.addressReads().interval()).isGreaterThan(2 * smallest.interval());
    assertThat(plans.addressReads().burst()).isLessThan(smallest.burst());
  }

  @Test
  void areChangedInSingleNumbers() {
    var plans =
        Plans.changed(
            " free.seats=9 , all.burst=7,pro.burst=8, address.burst=3,address.reads-burst=4,");

    assertThat(plans.of(Plan.FREE).seats()).isEqualTo(9);
    assertThat(plans.of(Plan.FREE).tenant().burst()).isEqualTo(7);
    assertThat(plans.of(Plan.FREE).key()).isEqualTo(Plans.defaults().of(Plan.FREE).key());
    assertThat(plans.of(Plan.PRO).tenant().burst()).isEqualTo(8);
    assertThat(plans.of(Plan.PRO).seats()).isEqualTo(50);
    assertThat(plans.address().burst()).isEqualTo(3);
    assertThat(plans.address().unsettled()).isEqualTo(3);
    assertThat(plans.addressReads().burst()).isEqualTo(4);
    assertThat(plans.person()).isEqualTo(Plans.defaults().person());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "free.seats", "free.seats=", "free.seats=0", "free.seats=-1", "free.seats=many",
        "free.seats=10000001", "free.seats=99999999999", "gold.seats=3", "seats=3", "all.chairs=3",
        "free.seats=3;pro.seats=4", "=3"
      })
  void areNotChangedInAnythingElse(String change) {
    assertThatThrownBy(() -> Plans.changed("free.burst=10, " + change))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(change);
  }
}
