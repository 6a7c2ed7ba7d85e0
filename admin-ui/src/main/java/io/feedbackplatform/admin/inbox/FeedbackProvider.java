package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.data.provider.AbstractBackEndDataProvider;
import com.vaadin.flow.data.provider.Query;
import io.feedbackplatform.admin.api.ApiException;
import io.feedbackplatform.admin.api.Feedback;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Feeds the grid from the cursor pages; a stretch that cannot be read ends the list for now. */
final class FeedbackProvider extends AbstractBackEndDataProvider<Feedback, Void> {
  private static final long serialVersionUID = 1;

  private final transient CursorPages<Feedback> pages;
  private final transient Consumer<ApiException> failed;

  FeedbackProvider(CursorPages<Feedback> pages, Consumer<ApiException> failed) {
    this.pages = pages;
    this.failed = failed;
  }

  @Override
  protected Stream<Feedback> fetchFromBackEnd(Query<Feedback, Void> query) {
    return fetch(query.getOffset(), query.getLimit()).stream();
  }

  private List<Feedback> fetch(int offset, int limit) {
    try {
      return pages.fetch(offset, limit);
    } catch (ApiException e) {
      failed.accept(e);
      return List.of();
    }
  }

  @Override
  protected int sizeInBackEnd(Query<Feedback, Void> query) {
    throw new UnsupportedOperationException("nobody knows how much feedback there is");
  }

  @Override
  public Object getId(Feedback item) {
    return item.feedbackId();
  }
}
