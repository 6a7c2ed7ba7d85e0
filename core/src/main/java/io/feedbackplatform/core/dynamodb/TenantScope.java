package io.feedbackplatform.core.dynamodb;

import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.Tenant;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Iterator;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** The one tenant that the present call of a storage works for. */
public final class TenantScope {

  private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

  private TenantScope() {}

  /** Empty in a call that is for no tenant, as is the look-up of a credential. */
  public static Optional<TenantId> current() {
    return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
  }

  static <R> R call(TenantId tenant, Supplier<R> call) {
    return ScopedValue.where(TENANT, tenant).call(call::get);
  }

  /** What an iterator has, each of it asked for in the scope of now, however late that is. */
  static <T> Stream<T> inThisScope(Iterator<T> iterator) {
    if (!TENANT.isBound()) {
      return stream(iterator);
    }
    var tenant = TENANT.get();
    return stream(
        new Iterator<T>() {
          @Override
          public boolean hasNext() {
            return call(tenant, iterator::hasNext);
          }

          @Override
          public T next() {
            return call(tenant, iterator::next);
          }
        });
  }

  private static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }

  /** A storage, each call of which works for the tenant among its arguments. */
  public static Storage bind(Storage storage) {
    return bound(Storage.class, storage);
  }

  private static <T> T bound(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (isPort(method)) {
                return bound(method.getReturnType(), invoke(target, method, arguments));
              }
              var tenant = tenantAmong(arguments);
              return tenant == null
                  ? invoke(target, method, arguments)
                  : ScopedValue.where(TENANT, tenant).call(() -> invoke(target, method, arguments));
            }));
  }

  private static boolean isPort(Method method) {
    return method.getDeclaringClass() == Storage.class && method.getReturnType().isInterface();
  }

  private static @Nullable TenantId tenantAmong(Object @Nullable [] arguments) {
    return switch (arguments == null || arguments.length == 0 ? null : arguments[0]) {
      case TenantId id -> id;
      case Tenant tenant -> tenant.id();
      case null, default -> null;
    };
  }

  private static Object invoke(Object target, Method method, Object @Nullable [] arguments)
      throws Exception {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      if (failure.getCause() instanceof Exception cause) {
        throw cause;
      }
      throw new IllegalStateException(failure.getCause());
    }
  }
}
