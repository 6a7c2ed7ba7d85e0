package io.feedbackplatform.admin.preferences;

import io.feedbackplatform.admin.api.TenantSettings;

/** The settings, and whether who looks at them may change them. */
record SettingsState(TenantSettings settings, boolean mayChange) {}
