package io.feedbackplatform.api.limit;

import io.feedbackplatform.api.apikey.ApiKeyCaller;
import io.feedbackplatform.api.member.MemberCaller;
import io.feedbackplatform.api.request.ClientAddress;
import io.feedbackplatform.api.settings.ApiSettings;
import io.feedbackplatform.api.site.SiteCaller;
import io.feedbackplatform.core.limit.BucketId;
import io.feedbackplatform.core.limit.Plans;
import io.feedbackplatform.core.limit.Rate;
import io.feedbackplatform.core.tenant.TenantId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Which buckets a request takes from, the narrowest first, so that who is refused there takes
 * nothing from the others. Team, partners and pages of a tenant have one each: a site key is
 * public, and who floods a tenant with it must not lock out its team.
 */
final class Charges {

  private static final String TENANT = "tenant";

  private final TenantPlans tenantPlans;
  private final Plans plans;
  private final AddressNames addresses;

  Charges(TenantPlans tenantPlans, ApiSettings settings) {
    this.tenantPlans = tenantPlans;
    this.plans = settings.plans();
    this.addresses = new AddressNames(settings.cursorSecret().bytes());
  }

  /** None for who acts for no tenant. */
  List<Charge> of(@Nullable Object caller, HttpServletRequest request) {
    return switch (caller) {
      case SiteCaller page -> ofPage(page, request);
      case ApiKeyCaller partner -> {
        var limits = plans.of(tenantPlans.of(partner.tenant()));
        yield List.of(
            charge("key", partner.tenant(), "key/" + partner.key(), limits.key()),
            charge(TENANT, partner.tenant(), "partners", limits.tenant()));
      }
      case MemberCaller member ->
          List.of(
              charge(
                  TENANT,
                  member.tenant(),
                  "team",
                  plans.of(tenantPlans.of(member.tenant())).tenant()));
      case null, default -> List.of();
    };
  }

  private List<Charge> ofPage(SiteCaller page, HttpServletRequest request) {
    var kind = Kind.of(request);
    var charges = new ArrayList<Charge>();
    var address = ClientAddress.of(request);
    if (address != null) {
      var name = page.site().id() + "/" + addresses.of(page.site().id(), address);
      charges.add(
          charge(
              "address",
              page.tenant(),
              kind.ofAddress + "/" + name,
              kind == Kind.SUBMISSION ? plans.address() : plans.addressReads()));
    }
    charges.add(
        charge(TENANT, page.tenant(), kind.ofTenant, plans.of(page.owner().plan()).tenant()));
    return charges;
  }

  /**
   * What pages ask for. Each has buckets of its own: who floods a site with opened forms must keep
   * nobody from sending theirs, nor from the challenge that this takes.
   */
  private enum Kind {
    SUBMISSION("address", "submissions"),
    OPENED_FORM("opened", "opened"),
    READING("reader", "pages");

    private static final RequestMatcher OPENED =
        PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, "/feedback/opened");

    private final String ofAddress;
    private final String ofTenant;

    Kind(String ofAddress, String ofTenant) {
      this.ofAddress = ofAddress;
      this.ofTenant = ofTenant;
    }

    static Kind of(HttpServletRequest request) {
      if (OPENED.matches(request)) {
        return OPENED_FORM;
      }
      return request.getMethod().equals("POST") ? SUBMISSION : READING;
    }
  }

  private static Charge charge(String policy, TenantId tenant, String bucket, Rate rate) {
    return new Charge(policy, new BucketId(tenant, bucket), rate);
  }
}
