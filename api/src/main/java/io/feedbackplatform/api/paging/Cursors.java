package io.feedbackplatform.api.paging;

import io.feedbackplatform.api.problem.ProblemCode;
import io.feedbackplatform.api.problem.ProblemException;
import io.feedbackplatform.api.settings.ApiSettings.CursorSecret;
import io.feedbackplatform.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads the {@code lastKey} of lists: where the list goes on, signed with HMAC-SHA-256
 * together with the tenant and the query, so that it serves nobody else and nothing else.
 */
public final class Cursors {

  private static final int ID_BYTES = 16;
  private static final int SIGNATURE_BYTES = 32;

  /** 48 bytes in Base64, which fill their 64 characters exactly: no two texts mean the same. */
  private static final int LENGTH = 64;

  private final SecretKeySpec key;

  public Cursors(CursorSecret secret) {
    this.key = new SecretKeySpec(secret.bytes(), "HmacSHA256");
  }

  /**
   * @param next where the list goes on
   */
  public String write(TenantId tenant, String query, UUID next) {
    var id = bytes(next);
    var cursor = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES);
    cursor.put(id).put(signature(tenant, query, id));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor.array());
  }

  /**
   * @throws ProblemException when this is no cursor of this tenant and query
   */
  public UUID read(TenantId tenant, String query, String text) {
    if (text.length() != LENGTH) {
      throw invalid();
    }
    try {
      var bytes = Base64.getUrlDecoder().decode(text);
      if (bytes.length != ID_BYTES + SIGNATURE_BYTES) {
        throw invalid();
      }
      var cursor = ByteBuffer.wrap(bytes);
      var id = new byte[ID_BYTES];
      var signature = new byte[SIGNATURE_BYTES];
      cursor.get(id).get(signature);
      if (!MessageDigest.isEqual(signature, signature(tenant, query, id))) {
        throw invalid();
      }
      var uuid = ByteBuffer.wrap(id);
      return new UUID(uuid.getLong(), uuid.getLong());
    } catch (IllegalArgumentException notBase64) {
      throw invalid();
    }
  }

  private byte[] signature(TenantId tenant, String query, byte[] id) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update("lastKey 1\n".getBytes(StandardCharsets.UTF_8));
      mac.update((tenant.value() + "\n").getBytes(StandardCharsets.UTF_8));
      mac.update(id);
      mac.update(query.getBytes(StandardCharsets.UTF_8));
      return mac.doFinal();
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }

  private static byte[] bytes(UUID uuid) {
    return ByteBuffer.allocate(ID_BYTES)
        .putLong(uuid.getMostSignificantBits())
        .putLong(uuid.getLeastSignificantBits())
        .array();
  }

  private static ProblemException invalid() {
    return new ProblemException(
        ProblemCode.INVALID_LAST_KEY,
        "Send the lastKey of the page before, unchanged and with the same query, or leave it out to begin"
            + " at the newest.");
  }
}
