package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.demo.DemoTenant;
import io.feedbackplatform.infra.local.demo.Login;
import java.util.List;

/**
 * What {@code .local/run.json} tells scripts about a system that runs.
 *
 * @param api base URL of the API with its stage
 */
public record RunInfo(
    String api, String console, String issuer, String widget, List<Tenant> tenants) {

  /**
   * A demo tenant.
   *
   * @param origin the only origin its site key may be used from
   */
  public record Tenant(
      String tenantId,
      String name,
      String siteId,
      String siteKey,
      String origin,
      String demoPage,
      List<Login> logins) {

    static Tenant of(DemoTenant tenant) {
      return new Tenant(
          tenant.ids().tenantId(),
          tenant.name(),
          tenant.ids().siteId(),
          tenant.ids().siteKey(),
          tenant.origin().toString(),
          tenant.origin() + "/",
          tenant.logins());
    }
  }
}
