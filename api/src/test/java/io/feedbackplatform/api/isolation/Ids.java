package io.feedbackplatform.api.isolation;

import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.InvitationToken;
import io.feedbackplatform.core.recount.RecountId;
import io.feedbackplatform.core.site.SiteKey;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** An id of each kind. */
record Ids(Map<IdKind, String> values) {

  String get(IdKind kind) {
    var value = values.get(kind);
    if (value == null) {
      throw new AssertionError("There is no id of the kind " + kind + " to try.");
    }
    return value;
  }

  /** These, with others in place of some. */
  Ids with(Map<IdKind, String> others) {
    var all = new EnumMap<IdKind, String>(values);
    all.putAll(others);
    return new Ids(Map.copyOf(all));
  }

  List<String> all() {
    return List.copyOf(values.values());
  }

  /** Well-formed ids of what does not exist. */
  static Ids ofNobody(Random random) {
    var cursor = new byte[48];
    random.nextBytes(cursor);
    var ids = new EnumMap<IdKind, String>(IdKind.class);
    ids.put(IdKind.TENANT, RandomId.next());
    ids.put(IdKind.SITE, RandomId.next());
    ids.put(IdKind.SITE_KEY, SiteKey.random().value());
    ids.put(IdKind.FEEDBACK, FeedbackId.next().value());
    ids.put(IdKind.CURSOR, Base64.getUrlEncoder().encodeToString(cursor));
    random.nextBytes(cursor);
    ids.put(IdKind.AUDIT_CURSOR, Base64.getUrlEncoder().encodeToString(cursor));
    ids.put(IdKind.USER, new UUID(random.nextLong(), random.nextLong()).toString());
    ids.put(IdKind.ORIGIN, "https://" + RandomId.next().toLowerCase(Locale.ROOT) + ".example");
    ids.put(IdKind.IDEMPOTENCY_KEY, RandomId.next());
    ids.put(IdKind.API_KEY, RandomId.next());
    ids.put(IdKind.INVITATION, RandomId.next());
    ids.put(IdKind.INVITATION_TOKEN, InvitationToken.random().value());
    ids.put(IdKind.OPERATOR_GRANT, RandomId.next());
    ids.put(IdKind.RECOUNT, RecountId.next().value());
    return new Ids(ids);
  }
}
