package io.feedbackplatform.core.audit;

import io.feedbackplatform.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an entry that are hashed, the same in every version of the platform: each part as
 * its length in bytes, a colon, its UTF-8 and a comma (a netstring), so that no two contents have
 * the same form; what is unknown is {@code -}.
 */
final class CanonicalForm {

  private static final String VERSION = "audit 1";

  private final MessageDigest digest;

  private CanonicalForm() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  static String hash(TenantId tenant, long sequence, AuditEvent event, String previous) {
    var form = new CanonicalForm();
    form.add(VERSION);
    form.add(tenant.value());
    form.add(Long.toString(sequence));
    form.add(previous);
    form.add(event.actor().kind().name().toLowerCase(Locale.ROOT));
    form.add(event.actor().id());
    form.add(event.actor().address());
    form.add(event.operation().word());
    form.add(event.at().toString());
    form.add(event.target().kind().word());
    form.add(event.target().id());
    form.add(Integer.toString(event.fields().size()));
    event.fields().forEach(form::add);
    return HexFormat.of().formatHex(form.digest.digest());
  }

  private void add(@Nullable String part) {
    if (part == null) {
      digest.update((byte) '-');
      return;
    }
    var bytes = part.getBytes(StandardCharsets.UTF_8);
    digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
    digest.update(bytes);
    digest.update((byte) ',');
  }
}
