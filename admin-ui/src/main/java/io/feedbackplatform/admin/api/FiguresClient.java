package io.feedbackplatform.admin.api;

import java.util.List;

/** Asks the HTTP API about a tenant's feedback in numbers. */
public final class FiguresClient {
  private final ApiCalls calls;

  FiguresClient(ApiCalls calls) {
    this.calls = calls;
  }

  private record Names(List<Name> items) {}

  private record Name(String name) {}

  /** The tags of the last 30 days, those that are used most first. */
  public List<String> tags(Caller caller) {
    return calls.read("/analytics/tags?limit=100", caller, Names.class).items().stream()
        .map(Name::name)
        .toList();
  }
}
