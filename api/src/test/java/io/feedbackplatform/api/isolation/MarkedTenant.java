package io.feedbackplatform.api.isolation;

import com.jayway.jsonpath.JsonPath;
import io.feedbackplatform.api.server.RealApi;
import io.feedbackplatform.api.testing.TestIssuer;
import io.feedbackplatform.api.testing.TestTenant;
import io.feedbackplatform.core.feedback.Feedback;
import io.feedbackplatform.core.feedback.FeedbackId;
import io.feedbackplatform.core.feedback.Status;
import io.feedbackplatform.core.feedback.Submission;
import io.feedbackplatform.core.id.RandomId;
import io.feedbackplatform.core.member.Role;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.sentiment.Sentiment;
import io.feedbackplatform.core.site.Challenge;
import io.feedbackplatform.core.site.Origin;
import io.feedbackplatform.core.site.Site;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKey;
import io.feedbackplatform.core.site.WidgetTheme;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A tenant in whose data every text can be recognised.
 *
 * @param canaries a text of its own for each thing that only this tenant may see
 * @param credentials the headers of each kind of caller that the tenant has
 */
record MarkedTenant(
    Ids ids, Map<String, String> canaries, Map<String, Map<String, String>> credentials) {

  /** More than a page holds. */
  private static final int FEEDBACK = 12;

  static MarkedTenant in(RealApi api, TestIssuer issuer) {
    var now = Instant.now();
    var tenant = TenantId.random();
    var word = "c" + RandomId.next().toLowerCase(Locale.ROOT);
    var storage = api.storage();
    var canaries = new LinkedHashMap<String, String>();
    storage.tenants().create(Tenant.named(tenant, mark(canaries, word, "tenant"), now));
    var site = SiteId.random();
    var origin = new Origin("https://" + mark(canaries, word, "origin") + ".example");
    storage
        .sites()
        .save(
            tenant,
            new Site(
                site,
                mark(canaries, word, "site"),
                Set.of(origin),
                WidgetTheme.DEFAULT,
                Map.of("title", mark(canaries, word, "string")),
                Challenge.NONE,
                now));
    var key = SiteKey.random();
    storage.siteKeys().issue(tenant, site, key);
    var feedback = new ArrayList<FeedbackId>();
    var submission =
        new Submission(
            4,
            mark(canaries, word, "message"),
            mark(canaries, word, "name"),
            mark(canaries, word, "email") + "@example.com",
            mark(canaries, word, "category"),
            "https://shop.example/" + mark(canaries, word, "page"),
            "en-GB",
            Map.of(mark(canaries, word, "metakey"), mark(canaries, word, "metavalue")));
    for (int n = 0; n < FEEDBACK; n++) {
      var id = FeedbackId.next();
      feedback.add(id);
      storage
          .feedback()
          .create(
              tenant,
              new Feedback(
                  id,
                  site,
                  submission,
                  Sentiment.NEUTRAL,
                  Status.NEW,
                  now,
                  now.plusSeconds(86_400)),
              null);
    }
    var credentials = new LinkedHashMap<String, Map<String, String>>();
    for (var role : Role.values()) {
      var user = new UserId(mark(canaries, word, "member-" + role.name().toLowerCase(Locale.ROOT)));
      TestTenant.join(storage, tenant, user, role);
      credentials.put(role.name(), Map.of("Authorization", "Bearer " + issuer.tokenFor(user)));
    }
    credentials.put("SITE", Map.of("X-Site-Key", key.value()));
    var idempotencyKey = RandomId.next();
    api.calls()
        .submit(
            key.value(),
            "{\"rating\":4,\"message\":\"It works.\"}",
            "Idempotency-Key",
            idempotencyKey);
    var page =
        api.calls().get("/feedback", issuer.tokenFor(new UserId(canaries.get("member-viewer"))));
    return new MarkedTenant(
        new Ids(
            Map.of(
                IdKind.TENANT, tenant.value(),
                IdKind.SITE, site.value(),
                IdKind.SITE_KEY, key.value(),
                IdKind.FEEDBACK, feedback.getLast().value(),
                IdKind.CURSOR, JsonPath.read(page.body(), "$.lastKey"),
                IdKind.USER, canaries.get("member-viewer"),
                IdKind.ORIGIN, origin.value(),
                IdKind.IDEMPOTENCY_KEY, idempotencyKey)),
        canaries,
        credentials);
  }

  private static String mark(Map<String, String> canaries, String word, String thing) {
    var canary = word + "-" + thing;
    canaries.put(thing, canary);
    return canary;
  }

  /** What of this tenant is in a text, but for what the caller chose to send. */
  List<String> foundIn(String text, String sent) {
    var lower = text.toLowerCase(Locale.ROOT);
    var known = sent.toLowerCase(Locale.ROOT);
    var secrets = new ArrayList<>(canaries.values());
    secrets.addAll(ids.all());
    return secrets.stream()
        .filter(secret -> lower.contains(secret.toLowerCase(Locale.ROOT)))
        .filter(secret -> !known.contains(secret.toLowerCase(Locale.ROOT)))
        .distinct()
        .toList();
  }
}
