package io.feedbackplatform.admin.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Asks the HTTP API who changed what. */
public final class AuditClient {

  /** Of up to 5,000 entries of half a kilobyte. */
  private static final int MOST_PIECES = 20;

  private final ApiCalls calls;

  AuditClient(ApiCalls calls) {
    this.calls = calls;
  }

  /**
   * A page, newest first.
   *
   * @param limit 1 to 100
   * @param lastKey where to go on, as an earlier page said; null for the newest
   */
  public AuditPage list(Caller caller, int limit, @Nullable String lastKey) {
    String from = lastKey == null ? "" : "&lastKey=" + ApiCalls.encode(lastKey);
    return calls.read("/audit?limit=" + limit + from, caller, AuditPage.class);
  }

  /**
   * All entries, oldest first, one in a line, and as the last line how many the API says there are.
   *
   * @throws ApiException.Unavailable also when the API broke off before that line, or there are
   *     more entries than fit beside what others download
   */
  public byte[] export(Caller caller) {
    var all = new ByteArrayOutputStream();
    long count = 0;
    Long next = 1L;
    for (int pieces = 0; pieces < MOST_PIECES; pieces++) {
      var piece = calls.bytes("/audit/export?from=" + next, caller);
      int lastLine = startOfLastLine(piece);
      var end =
          calls.bodies().read(Arrays.copyOfRange(piece, lastLine, piece.length), ExportEnd.class);
      if (end.count() == null || end.head() == null) {
        throw new ApiException.Unavailable("The feedback API broke off. Please try again.", null);
      }
      all.write(piece, 0, lastLine);
      count += end.count();
      next = end.next();
      if (next == null) {
        all.writeBytes(calls.bodies().write(new ExportEnd(count, null, end.head())));
        all.write('\n');
        return all.toByteArray();
      }
    }
    throw new ApiException.Unavailable(
        "The audit has more entries than the console takes at once: %,d. Take all of it from the API,"
                .formatted(count)
            + " with GET /audit/export.",
        null);
  }

  private static int startOfLastLine(byte[] lines) {
    int start = lines.length - 1;
    while (start > 0 && lines[start - 1] != '\n') {
      start--;
    }
    return Math.max(start, 0);
  }

  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record ExportEnd(@Nullable Long count, @Nullable Long next, @Nullable Head head) {}

  private record Head(long sequence, String hash) {}
}
