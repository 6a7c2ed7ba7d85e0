package io.feedbackplatform.core.analytics;

import io.feedbackplatform.core.site.SiteId;

/** Whose feedback a counter counts, within one tenant. */
public sealed interface Scope {

  /** All sites of the tenant together. */
  record Tenant() implements Scope {}

  /** One site of the tenant. */
  record Site(SiteId id) implements Scope {}

  /** Feedback of one category, on any site; counted by days alone. */
  record Category(String name) implements Scope {}

  /** Feedback with one tag, on any site; counted by days alone. */
  record Tag(String name) implements Scope {}
}
