package io.feedbackplatform.api.feedback;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * Answers that may be kept by the caller alone, and asked for again with their ETag before each
 * use.
 */
final class Revalidated {

  private Revalidated() {}

  static <T> ResponseEntity<T> of(T body) {
    return answer().body(body);
  }

  static <T> ResponseEntity<T> of(T body, String etag) {
    return answer().eTag(etag).body(body);
  }

  private static ResponseEntity.BodyBuilder answer() {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache().cachePrivate())
        .header(HttpHeaders.VARY, "Authorization, X-Tenant-Id");
  }
}
