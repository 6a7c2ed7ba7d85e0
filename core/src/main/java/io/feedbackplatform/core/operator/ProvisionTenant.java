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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tenant as often as asked, and once. All that the answer says beyond the request is made
 * from the caller's key, so that a repetition can say it again. Ids are the key's SHA-256, without
 * a secret: they are the same in every region and for as long as there are tenants. They are no
 * credentials, and operators alone make tenants, so whoever guesses a key learns no more than an
 * id. The invitation's secret is made with HMAC-SHA-256 under secrets that may be replaced; storage
 * knows its hash only.
 */
public final class ProvisionTenant {

  private static final String HMAC = "HmacSHA256";

  private final Provisioning provisioning;
  private final InvitePerson invitations;
  private final List<SecretKeySpec> secrets;
  private final Clock clock;

  /**
   * @param invitations sends the first owner their link
   * @param secrets the newest first, each of at least 32 bytes. A repetition tells the invitation's
   *     secret as long as the one that it was made under is among them
   */
  public ProvisionTenant(
      Provisioning provisioning, InvitePerson invitations, List<byte[]> secrets, Clock clock) {
    this.provisioning = provisioning;
    this.invitations = invitations;
    this.secrets = secrets.stream().map(secret -> new SecretKeySpec(secret, HMAC)).toList();
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
   * Makes the tenant, and then mails an invited owner their link. A repetition sends the mail that
   * was not handed over before, and no second one.
   *
   * @param key the caller's name for this request
   * @throws io.feedbackplatform.core.DomainException.IdempotencyKeyReused when the key stands for
   *     another request, or for a tenant that was removed
   */
  public Provisioned provision(String key, Order order, Actor operator) {
    var id = idOf(key);
    var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var tenant = tenant(id, order, now);
    var owner = owner(key, order, now, token(secrets.getFirst(), key));
    var fingerprint = HexFormat.of().formatHex(digest("order", key + "\n" + words(order)));
    return provisioning
        .provision(tenant, owner, fingerprint, operator)
        .map(made -> again(key, order, made))
        .orElseGet(() -> new Provisioned(tenant, mailed(id, owner), false));
  }

  private FirstOwner mailed(TenantId tenant, FirstOwner owner) {
    return switch (owner) {
      case FirstOwner.Known known -> known;
      case FirstOwner.Invited(var invitation, var token) ->
          new FirstOwner.Invited(invitations.mail(tenant, invitation, token), token);
    };
  }

  private Provisioned again(String key, Order order, Provisioning.Made made) {
    var token =
        secrets.stream()
            .map(secret -> token(secret, key))
            .filter(candidate -> candidate.hash().equals(made.tokenHash()))
            .findFirst()
            .orElse(null);
    var id = idOf(key);
    var owner = mailed(id, owner(key, order, made.at(), token));
    return new Provisioned(tenant(id, order, made.at()), owner, true);
  }

  /** The tenant that the key makes. */
  public TenantId idOf(String key) {
    return new TenantId(RandomId.of(digest("tenant", key)));
  }

  private static Tenant tenant(TenantId id, Order order, Instant now) {
    return Tenant.named(id, order.name(), now).on(order.plan());
  }

  private static FirstOwner owner(
      String key, Order order, Instant now, @Nullable InvitationToken token) {
    return switch (order.owner()) {
      case Owner.User(var id) -> new FirstOwner.Known(id);
      case Owner.Email(var address) ->
          new FirstOwner.Invited(
              new Invitation(
                  new InvitationId(RandomId.of(digest("invitation", key))),
                  address,
                  Role.OWNER,
                  now,
                  now.plus(InvitePerson.OPEN).truncatedTo(ChronoUnit.SECONDS)),
              token);
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

  private static InvitationToken token(SecretKeySpec secret, String key) {
    try {
      var mac = Mac.getInstance(HMAC);
      mac.init(secret);
      return InvitationToken.of(mac.doFinal(labelled("token", key)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + HMAC, impossible);
    }
  }

  private static byte[] digest(String purpose, String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(labelled(purpose, text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  private static byte[] labelled(String purpose, String text) {
    return ("provisioning 1 " + purpose + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }
}
