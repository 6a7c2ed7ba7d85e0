package io.feedbackplatform.core.operator;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.contact.EmailAddress;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.Invitation;
import io.feedbackplatform.core.member.InvitationId;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.member.InvitePerson;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.tenant.Plan;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes a tenant as often as asked, and once. All that the answer says beyond the request is made
 * from the caller's key with HMAC-SHA-256, the invitation's secret too: a repetition can say it
 * again, and storage never knew it.
 */
public final class ProvisionTenant {

  private final Provisioning provisioning;
  private final SecretKeySpec secret;
  private final Clock clock;

  /**
   * @param secret at least 32 bytes
   */
  public ProvisionTenant(Provisioning provisioning, byte[] secret, Clock clock) {
    this.provisioning = provisioning;
    this.secret = new SecretKeySpec(secret, "HmacSHA256");
    this.clock = clock;
  }

  /** What an operator asks for. */
  public record Order(String name, Plan plan, Owner owner) {}

  /** Whom an operator names as the first owner. */
  public sealed interface Owner {
    record User(UserId id) implements Owner {}

    record Email(EmailAddress address) implements Owner {}
  }

  /**
   * @param tenant as it was made
   */
  public record Provisioned(Tenant tenant, FirstOwner owner, boolean repeated) {}

  /**
   * @param key the caller's name for this request
   * @throws io.feedbackplatform.core.DomainException.IdempotencyKeyReused when the key stands for
   *     another request, or for a tenant that was removed
   */
  public Provisioned provision(String key, Order order, Actor operator) {
    var id = idOf(key);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var tenant = tenant(id, order, now);
    var owner = owner(key, order, now);
    var fingerprint = HexFormat.of().formatHex(derived("order", words(order)));
    return provisioning
        .provision(tenant, owner, fingerprint, operator)
        .map(first -> new Provisioned(tenant(id, order, first), owner(key, order, first), true))
        .orElseGet(() -> new Provisioned(tenant, owner, false));
  }

  /** The tenant that the key makes. */
  public TenantId idOf(String key) {
    return new TenantId(RandomId.of(derived("tenant", key)));
  }

  private static Tenant tenant(TenantId id, Order order, Instant now) {
    return Tenant.named(id, order.name(), now).on(order.plan());
  }

  private FirstOwner owner(String key, Order order, Instant now) {
    return switch (order.owner()) {
      case Owner.User(var id) -> new FirstOwner.Known(id);
      case Owner.Email(var address) ->
          new FirstOwner.Invited(
              new Invitation(
                  new InvitationId(RandomId.of(derived("invitation", key))),
                  address,
                  Role.OWNER,
                  now,
                  now.plus(InvitePerson.OPEN).truncatedTo(ChronoUnit.SECONDS)),
              InvitationToken.of(derived("token", key)));
    };
  }

  /** Names hold no line breaks. */
  private static String words(Order order) {
    var owner =
        switch (order.owner()) {
          case Owner.User(var id) -> "user " + id.value();
          case Owner.Email(var address) -> "email " + address.value();
        };
    return owner + "\n" + order.plan() + "\n" + order.name();
  }

  private byte[] derived(String purpose, String text) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(secret);
      mac.update(("provisioning 1 " + purpose + "\n").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
