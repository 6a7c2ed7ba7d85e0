package io.feedbackplatform.admin.api;

/** Asks the HTTP API about a tenant's settings, and changes them. */
public final class SettingsClient {
  private static final String SETTINGS = "/settings";

  private final ApiCalls calls;

  SettingsClient(ApiCalls calls) {
    this.calls = calls;
  }

  /** As they are now. */
  public TenantSettings get(Caller caller) {
    return calls.read(SETTINGS, caller, TenantSettings.class);
  }

  /** Makes them what is wanted. */
  public TenantSettings change(Caller caller, TenantSettings wish) {
    return calls.change("PATCH", SETTINGS, caller, wish, TenantSettings.class);
  }
}
