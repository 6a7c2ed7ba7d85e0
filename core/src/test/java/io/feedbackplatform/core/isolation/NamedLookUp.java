package io.feedbackplatform.core.isolation;

import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All that may lie outside of a tenant's partitions: what a tenant becomes known by, and a sign of
 * life. Each is open to the calls that need it and to no other.
 */
enum NamedLookUp {
  /** The look-up of a credential. */
  SITE_KEY(
      null,
      "K#",
      "SiteKeys.find",
      "SiteKeys.issue",
      "SiteKeys.rotate",
      "SiteKeys.revoke",
      "SiteKeys.noteUse"),
  /** The look-up of a credential, which leads to its tenant's partition. */
  API_KEY(null, "AK#", "ApiKeys.lookUp", "ApiKeys.create"),
  /** The look-up of a credential, which leads to its tenant's partition. */
  INVITATION(
      null,
      "V#",
      "Invitations.accept",
      "Invitations.create",
      "Invitations.createForOwner",
      "Invitations.renew",
      "Invitations.revoke",
      "Provisioning.provision"),
  /** All tenants, for operators: names and states, nothing of what a tenant holds. */
  REGISTER(
      null,
      "R#TENANTS",
      "TenantRegister.list",
      "TenantRegister.find",
      "Provisioning.provision",
      "Tenants.create",
      "Tenants.change"),
  /** Which tenants are to be removed, and when. */
  REMOVALS(null, "R#REMOVALS", "Tenants.change"),
  /** Which sites list an origin, asked by browsers that have shown no key yet. */
  ORIGIN(null, "O#", "Sites.isListed", "Sites.save", "Sites.change"),
  /** The tenants of a person. */
  MEMBERSHIPS("memberships", "", "Members.ofUser"),
  SIGN_OF_LIFE(null, "HEALTH", "Storage.check");

  private final @Nullable String index;
  private final String partitionPrefix;
  private final Set<String> calls;

  NamedLookUp(@Nullable String index, String partitionPrefix, String... calls) {
    this.index = index;
    this.partitionPrefix = partitionPrefix;
    this.calls = Set.of(calls);
  }

  /** Whether the call learns its tenant from the credential that it is given. */
  static boolean leadsToATenant(PortCall call) {
    return call.name().equals("ApiKeys.lookUp") || call.name().equals("Invitations.accept");
  }

  static boolean covers(PortCall call, ItemAccess access) {
    return Arrays.stream(values())
        .anyMatch(lookUp ->
            lookUp.calls.contains(call.name())
                && Objects.equals(lookUp.index, access.index())
                && access.partition().startsWith(lookUp.partitionPrefix));
  }
}
