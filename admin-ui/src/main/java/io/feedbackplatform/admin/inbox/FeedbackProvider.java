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
  private final transient Runnable unfinished;
  private final transient Consumer<ApiException> failed;

  /**
   * Of these pages.
   *
   * @param unfinished told when the rows end although the pages may go on
   */
  FeedbackProvider(
      CursorPages<Feedback> pages, Runnable unfinished, Consumer<ApiException> failed) {
    this.pages = pages;
    this.unfinished = unfinished;
    this.failed = failed;
  }

  @Override
  protected Stream<Feedback> fetchFromBackEnd(Query<Feedback, Void> query) {
    return fetch(query.getOffset(), query.getLimit()).stream();
  }

  private List<Feedback> fetch(int offset, int limit) {
    try {
      List<Feedback> found = pages.fetch(offset, limit);
      if (found.size() < limit && pages.next() != null) {
        unfinished.run();
      }
      return found;
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
