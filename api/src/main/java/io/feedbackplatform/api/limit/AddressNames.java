package io.feedbackplatform.api.limit;

import io.feedbackplatform.core.site.SiteId;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names for the addresses of visitors that do not tell them: a keyed hash, another one for each
 * site. Of an address of IPv6 its first 64 bits count, since who has one has all that begin so (RFC
 * 6177).
 */
final class AddressNames {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LENGTH = 16;

  private final SecretKeySpec key;

  AddressNames(byte[] secret) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
  }

  String of(SiteId site, String address) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(("address of a visitor " + site + " ").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(network(address)), 0, LENGTH);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, impossible);
    }
  }

  private static byte[] network(String address) {
    try {
      var literal = InetAddress.ofLiteral(address);
      var bytes = literal.getAddress();
      return literal instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes;
    } catch (IllegalArgumentException noAddress) {
      return address.getBytes(StandardCharsets.UTF_8);
    }
  }
}
