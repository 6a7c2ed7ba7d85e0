package io.feedbackplatform.core.isolation;

import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts itself before a storage and all of its ports, now and later ones, and knows of each thread
 * which call it is in.
 */
public final class WatchedStorage {

  private static final ThreadLocal<PortCall> CURRENT = new ThreadLocal<>();

  private WatchedStorage() {}

  /**
   * @param listener hears of each call before it is made
   */
  public static Storage of(Storage storage, Consumer<PortCall> listener) {
    return watched(Storage.class, storage, listener);
  }

  /** The call that this thread is in. */
  static Optional<PortCall> currentCall() {
    return Optional.ofNullable(CURRENT.get());
  }

  /** Every call that there is, by its name. */
  public static Set<String> calls() {
    var names = new TreeSet<String>();
    for (var method : Storage.class.getMethods()) {
      if (isPort(method)) {
        Arrays.stream(method.getReturnType().getMethods())
            .map(WatchedStorage::name)
            .forEach(names::add);
      } else {
        names.add(name(method));
      }
    }
    return names;
  }

  private static <T> T watched(Class<T> type, Object target, Consumer<PortCall> listener) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (method.getDeclaringClass() == Object.class) {
                return invoke(target, method, arguments);
              }
              if (isPort(method)) {
                return watched(method.getReturnType(), invoke(target, method, arguments), listener);
              }
              return during(
                  new PortCall(name(method), tenantIn(arguments)),
                  listener,
                  () -> invoke(target, method, arguments));
            }));
  }

  private static boolean isPort(Method method) {
    return method.getDeclaringClass() == Storage.class && method.getReturnType().isInterface();
  }

  private static String name(Method method) {
    return method.getDeclaringClass().getSimpleName() + "." + method.getName();
  }

  private interface Invocation {
    @Nullable Object proceed() throws Throwable;
  }

  private static @Nullable Object during(
      PortCall call, Consumer<PortCall> listener, Invocation invocation) throws Throwable {
    var outer = CURRENT.get();
    CURRENT.set(call);
    try {
      listener.accept(call);
      return invocation.proceed();
    } finally {
      CURRENT.set(outer);
    }
  }

  /** It comes first, or the call is for none: another one is where a list goes on. */
  private static @Nullable TenantId tenantIn(Object @Nullable [] arguments) {
    return switch (arguments == null || arguments.length == 0 ? null : arguments[0]) {
      case TenantId id -> id;
      case Tenant tenant -> tenant.id();
      case null, default -> null;
    };
  }

  private static @Nullable Object invoke(
      Object target, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }
}
