package io.feedbackplatform.api.isolation;

import io.feedbackplatform.core.actor.Actor;
import io.feedbackplatform.core.apikey.OwnedApiKey;
import io.feedbackplatform.core.member.Members;
import io.feedbackplatform.core.member.Membership;
import io.feedbackplatform.core.member.UserId;
import io.feedbackplatform.core.site.SiteId;
import io.feedbackplatform.core.site.SiteKeyGrant;
import io.feedbackplatform.core.storage.Storage;
import io.feedbackplatform.core.tenant.TenantId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Storage that takes no notice of whose things are: the stranger's credentials count as the
 * owner's, and what is asked for the stranger is looked up among what the owner has.
 */
final class WithoutTenantCheck {

  private @Nullable MarkedTenant owner;
  private @Nullable MarkedTenant stranger;

  /** From now on. */
  void begin(MarkedTenant owner, MarkedTenant stranger) {
    this.stranger = stranger;
    this.owner = owner;
  }

  Storage of(Storage storage) {
    return port(Storage.class, storage);
  }

  private <T> T port(Class<T> type, Object target) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              if (type == Storage.class && method.getReturnType().isInterface()) {
                return port(method.getReturnType(), invoke(target, method, arguments));
              }
              return mapped(invoke(target, method, mapped(target, method, arguments)));
            }));
  }

  private Object @Nullable [] mapped(Object target, Method method, Object @Nullable [] arguments) {
    if (owner == null || arguments == null || !(arguments[0] instanceof TenantId tenant)) {
      return arguments;
    }
    var others = arguments.clone();
    if (target instanceof Members members && method.getName().equals("find")) {
      // A membership counts, of whatever tenant it is.
      var inside = members.find(owner.tenant(), (UserId) arguments[1]).isPresent();
      others[0] = inside ? owner.tenant() : stranger.tenant();
    } else if (tenant.equals(stranger.tenant())) {
      others[0] = owner.tenant();
    }
    for (int n = 1; n < others.length; n++) {
      if (others[n] instanceof Actor actor) {
        others[n] = mapped(actor);
      }
    }
    return others;
  }

  /** The stranger's people count as the owner's owner. */
  private Actor mapped(Actor actor) {
    return stranger.canaries().containsValue(actor.id())
        ? Actor.person(owner.canaries().get("member-owner"), actor.address())
        : actor;
  }

  private @Nullable Object mapped(@Nullable Object result) {
    if (owner == null) {
      return result;
    }
    return switch (result) {
      case Optional<?> one -> one.map(this::mapped);
      case List<?> all -> all.stream().map(this::mapped).toList();
      case Membership(var tenant, var role) when tenant.equals(stranger.tenant()) ->
          new Membership(owner.tenant(), role);
      case OwnedApiKey(var tenant, var key) when tenant.equals(stranger.tenant()) ->
          new OwnedApiKey(owner.tenant(), key);
      case SiteKeyGrant(var tenant, var site, var used) when tenant.equals(stranger.tenant()) ->
          new SiteKeyGrant(owner.tenant(), new SiteId(owner.ids().get(IdKind.SITE)), used);
      case null, default -> result;
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
