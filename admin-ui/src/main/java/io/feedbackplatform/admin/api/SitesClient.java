package io.feedbackplatform.admin.api;

import static io.feedbackplatform.admin.api.ApiCalls.encode;

import java.util.List;
import java.util.Map;

/** Asks the HTTP API about a tenant's sites and their keys, and changes them. */
public final class SitesClient {
  private static final String SITES = "/sites";

  private final ApiCalls calls;

  SitesClient(ApiCalls calls) {
    this.calls = calls;
  }

  private record Sites(List<Site> items) {}

  private record Keys(List<SiteKey> items) {}

  /** All of them, by name. */
  public List<Site> list(Caller caller) {
    return calls.read(SITES, caller, Sites.class).items();
  }

  /** One; problem {@code not_found} if the tenant has none of that id. */
  public Site get(Caller caller, String siteId) {
    return calls.read(path(siteId), caller, Site.class);
  }

  /** Makes one, which has no key yet. */
  public Site create(Caller caller, Site.Wish wish) {
    return calls.change("POST", SITES, caller, wish, Site.class);
  }

  /** Makes one what is wanted of it. */
  public Site change(Caller caller, String siteId, Site.Wish wish) {
    return calls.change("PATCH", path(siteId), caller, wish, Site.class);
  }

  /** The keys in use, the oldest first. */
  public List<SiteKey> keys(Caller caller, String siteId) {
    return calls.read(path(siteId) + "/keys", caller, Keys.class).items();
  }

  /** Makes a key. */
  public SiteKey createKey(Caller caller, String siteId) {
    return calls.change("POST", path(siteId) + "/keys", caller, null, SiteKey.class);
  }

  /** Replaces a key by another, which is the answer; both hold for the overlap. */
  public SiteKey rotateKey(Caller caller, String siteId, String siteKey, int overlapHours) {
    return calls.change(
        "POST",
        key(siteId, siteKey) + "/rotate",
        caller,
        Map.of("overlapHours", overlapHours),
        SiteKey.class);
  }

  /** Ends a key. */
  public void endKey(Caller caller, String siteId, String siteKey) {
    calls.change("DELETE", key(siteId, siteKey), caller);
  }

  private static String path(String siteId) {
    return SITES + "/" + encode(siteId);
  }

  private static String key(String siteId, String siteKey) {
    return path(siteId) + "/keys/" + encode(siteKey);
  }
}
