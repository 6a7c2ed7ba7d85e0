package io.feedbackplatform.api.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.core.MutableClock;
import io.feedbackplatform.core.TestObjects;
import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.operator.ProvisionTenant.Order;
import io.feedbackplatform.core.operator.ProvisionTenant.Owner;
import io.feedbackplatform.core.operator.ProvisionTenant.Provisioned;
import io.feedbackplatform.core.storage.InMemoryStorage;
import io.feedbackplatform.core.tenant.Plan;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OperatorConfigurationTest {

  private static final Order ORDER =
      new Order("Contoso", Plan.PRO, new Owner.Email(new EmailAddress("ada@example.com")));

  private final MutableClock clock = new MutableClock(TestObjects.NOW);
  private final InMemoryStorage storage = new InMemoryStorage(clock);

  /** Each region has a key of cursors of its own; the pepper is the same in all. */
  @Test
  void repeatsInAnotherRegionAndUnderAnotherKeyOfCursors() {
    var first = provision("home", secret("one"));

    assertThat(provision("elsewhere", secret("one")))
        .isEqualTo(new Provisioned(first.tenant(), first.owner(), true));
  }

  @Test
  void repeatsOnceThePepperWasRotated() {
    var first = provision("home", secret("one"));

    assertThat(provision("home", secret("two") + "," + secret("one")))
        .isEqualTo(new Provisioned(first.tenant(), first.owner(), true));
  }

  private Provisioned provision(String cursorKey, String peppers) {
    var settings =
        ApiSettings.read(
            Map.of(
                    "FEEDBACK_ISSUER_URI", "https://issuer.example/pool",
                    "FEEDBACK_CLIENT_IDS", "console",
                    "FEEDBACK_CURSOR_SECRET", secret(cursorKey),
                    "FEEDBACK_KEY_PEPPER", peppers,
                    "FEEDBACK_PUBLIC_URL", "https://api.example/prod")
                ::get);
    return new OperatorConfiguration()
        .provisionTenant(storage, new InvitePerson(storage.invitations(), clock), settings, clock)
        .provision("order-4711", ORDER, Actor.operator("grace", null));
  }

  private static String secret(String text) {
    return Base64.getEncoder()
        .encodeToString((text + "-".repeat(32)).getBytes(StandardCharsets.UTF_8));
  }
}
