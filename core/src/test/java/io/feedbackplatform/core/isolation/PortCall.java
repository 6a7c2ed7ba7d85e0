package io.feedbackplatform.core.isolation;

import io.feedbackplatform.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** A call of a method of a port, and the one tenant that it may touch. */
public final class PortCall {

  private final String name;
  private final @Nullable TenantId named;
  private @Nullable TenantId found;
  private boolean lookedUp;

  /**
   * @param name port and method, as in {@code Sites.save}
   * @param named whom the call is for; absent when the method takes no tenant
   */
  PortCall(String name, @Nullable TenantId named) {
    this.name = name;
    this.named = named;
  }

  public String name() {
    return name;
  }

  /** Whom the call is for, by its arguments or by the credential that it has looked up. */
  public @Nullable TenantId tenant() {
    return named == null ? found : named;
  }

  void noteLookUp() {
    lookedUp = true;
  }

  /** A credential was looked up and led to this tenant; another one it cannot lead to. */
  void lead(TenantId tenant) {
    if (named == null && found == null && lookedUp) {
      found = tenant;
    }
  }

  @Override
  public String toString() {
    return name + " for " + tenant();
  }
}
