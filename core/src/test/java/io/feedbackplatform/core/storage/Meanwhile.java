package io.feedbackplatform.core.storage;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** What somebody else does just before the first request of a kind is sent. */
final class Meanwhile implements ExecutionInterceptor {

  private final Predicate<SdkRequest> first;
  private final Runnable deed;
  private final AtomicBoolean done = new AtomicBoolean();

  Meanwhile(Predicate<SdkRequest> first, Runnable deed) {
    this.first = first;
    this.deed = deed;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    if (first.test(context.request()) && done.compareAndSet(false, true)) {
      deed.run();
    }
  }
}
