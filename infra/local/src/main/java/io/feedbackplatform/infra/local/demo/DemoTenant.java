package io.feedbackplatform.infra.local.demo;

import io.feedbackplatform.infra.local.state.LocalState.TenantIds;
import java.net.URI;
import java.util.List;

/**
 * A tenant to look at.
 *
 * @param shop its short name, which its page and its texts carry as well
 * @param origin where its shop is served, without a slash at the end
 */
public record DemoTenant(
    String shop, String name, String accentColor, TenantIds ids, URI origin, List<Login> logins) {

  public DemoTenant {
    logins = List.copyOf(logins);
  }
}
