package io.feedbackplatform.core.recount;

import io.feedbackplatform.core.tenant.TenantId;

/** Hands every call on, for tests that do something else with one of them. */
public class ForwardingFences implements Fences {

  private final Fences fences;

  public ForwardingFences(Fences fences) {
    this.fences = fences;
  }

  @Override
  public Fence set(TenantId tenant) {
    return fences.set(tenant);
  }

  @Override
  public void pass(TenantId tenant, FenceMark mark) {
    fences.pass(tenant, mark);
  }

  @Override
  public boolean isPassed(TenantId tenant, Fence fence) {
    return fences.isPassed(tenant, fence);
  }

  /** Fences that stop nobody. */
  public static Fences open() {
    return new Fences() {
      @Override
      public Fence set(TenantId tenant) {
        return new Fence("open", 0);
      }

      @Override
      public void pass(TenantId tenant, FenceMark mark) {
        // Whatever is met, nobody waits for it.
      }

      @Override
      public boolean isPassed(TenantId tenant, Fence fence) {
        return true;
      }
    };
  }
}
