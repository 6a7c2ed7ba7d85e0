package io.feedbackplatform.infra.local;

import io.feedbackplatform.infra.local.demo.DemoTenant;
import io.feedbackplatform.infra.local.demo.Login;
import java.util.List;

/**
 * What {@code .local/run.json} tells scripts about a system that runs.
 *
 * @param api base URL of the API with its stage
 * @param mail where the mails that were sent can be read; {@code /mails} has them as JSON
 * @param guest somebody who can sign in and belongs to no tenant yet
 */
public record RunInfo(
    String api,
    String console,
    String issuer,
    String widget,
    String mail,
    List<Tenant> tenants,
    Login guest) {

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
