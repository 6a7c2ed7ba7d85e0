package io.feedbackplatform.core.dynamodb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import software.amazon.awssdk.core.SdkBytes;

/** What the ledger keeps of an event's id: the first half of its SHA-256. */
record EventMark(long first, long second) {

  static final int BYTES = 2 * Long.BYTES;

  static EventMark of(String eventId) {
    return of(ByteBuffer.wrap(sha256().digest(eventId.getBytes(StandardCharsets.UTF_8))));
  }

  static EventMark of(SdkBytes bytes) {
    return of(bytes.asByteBuffer());
  }

  private static EventMark of(ByteBuffer bytes) {
    return new EventMark(bytes.getLong(), bytes.getLong());
  }

  SdkBytes bytes() {
    return SdkBytes.fromByteArrayUnsafe(
        ByteBuffer.allocate(BYTES).putLong(first).putLong(second).array());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
