package io.feedbackplatform.admin.dashboard;

import io.feedbackplatform.admin.api.Answer;
import io.feedbackplatform.admin.api.Caller;
import io.feedbackplatform.admin.api.Figures;
import io.feedbackplatform.admin.api.FiguresClient;
import io.feedbackplatform.admin.api.Themes;
import io.feedbackplatform.admin.live.Source;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one period and, once it is known which days those are, what they are about. Safe
 * on any thread.
 */
final class Reading {
  private final FiguresClient api;
  private final Supplier<Caller> caller;
  private final Choice choice;
  private volatile ZoneId zone = ZoneId.of("UTC");
  private volatile Figures.@Nullable Stretch range;
  private volatile Themes.Order order = Themes.Order.FREQUENT;

  Reading(FiguresClient api, Supplier<Caller> caller, Choice choice) {
    this.api = api;
    this.caller = caller;
    this.choice = choice;
  }

  Source<Figures> figures() {
    return Source.conditional(etag -> {
      Answer<Figures> answer =
          api.figures(caller.get(), choice.question(Instant.now(), zone), etag);
      if (answer instanceof Answer.Fresh<Figures>(Figures now, var ignored)) {
        zone = ZoneId.of(now.timeZone());
        range = now.range();
      }
      return answer;
    });
  }

  /** Nothing as long as no figures were read. */
  Source<Topics> topics() {
    return () -> {
      Figures.Stretch days = range;
      return days == null
          ? Optional.empty()
          : Optional.of(
              new Topics(api.categories(caller.get(), days), api.tags(caller.get(), days)));
    };
  }

  /** Sorts themes another way from now on. */
  void sort(Themes.Order by) {
    order = by;
  }

  /** Nothing as long as no figures were read, or the API knows of none. */
  Source<Themes> themes() {
    return () -> {
      Figures.Stretch days = range;
      return days == null
          ? Optional.empty()
          : api.themes(caller.get(), days, choice.siteId(), order);
    };
  }
}
