package io.feedbackplatform.core.storage;

import io.feedbackplatform.core.feedback.OpenedForm;
import io.feedbackplatform.core.feedback.OpenedForms;
import io.feedbackplatform.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

final class InMemoryOpenedForms implements OpenedForms {

  private final Map<TenantId, List<OpenedForm>> forms = new ConcurrentHashMap<>();

  @Override
  public void add(TenantId tenant, OpenedForm form) {
    forms.computeIfAbsent(tenant, id -> new CopyOnWriteArrayList<>()).add(form);
  }

  List<OpenedForm> everything(TenantId tenant) {
    return forms.getOrDefault(tenant, List.of());
  }
}
