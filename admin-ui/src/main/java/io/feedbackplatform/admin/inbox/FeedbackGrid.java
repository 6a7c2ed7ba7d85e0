package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.look.Mood;
import io.feedbackplatform.admin.look.Stars;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of the inbox. Templates bind values as text: what a visitor typed is never markup. */
final class FeedbackGrid extends Grid<Feedback> {
  private static final long serialVersionUID = 1;
  private static final int EXCERPT = 240;
  private static final String WATCH =
      """
      const grid = this;
      const say = (type, on) => grid.dispatchEvent(new CustomEvent(type, { detail: { on } }));
      let top = true;
      grid.$.table.addEventListener('scroll', () => {
        const now = grid.$.table.scrollTop < 24;
        if (now !== top) { top = now; say('at-top', now); }
      }, { passive: true });
      let narrow = false;
      new ResizeObserver(() => {
        const now = grid.clientWidth > 0 && grid.clientWidth < 760;
        if (now !== narrow) { narrow = now; say('narrow', now); }
      }).observe(grid);
      """;

  private final Set<String> fresh = new HashSet<>();
  private final Column<Feedback> person;
  private final Column<Feedback> site;
  private boolean atTop = true;

  FeedbackGrid() {
    super(Feedback.class, false);
    addClassName("inbox-grid");
    addThemeVariants(GridVariant.LUMO_NO_BORDER);
    setSizeFull();
    setPageSize(InboxView.PAGE);
    addColumn(rating()).setHeader("Rating").setWidth("8.5rem").setFlexGrow(0);
    addColumn(message()).setHeader("Feedback").setFlexGrow(1);
    person = addColumn(FeedbackGrid::person).setHeader("Person").setWidth("11rem").setFlexGrow(0);
    site = addColumn(item -> text(item.siteName())).setHeader("Site").setWidth("10rem");
    site.setFlexGrow(0);
    addColumn(time()).setHeader("Received").setWidth("7.5rem").setFlexGrow(0);
    setPartNameGenerator(this::part);
    addAttachListener(attached -> getElement().executeJs(WATCH));
    listen("at-top", on -> atTop = on);
    listen("narrow", on -> showDetailsInRow(on));
  }

  private void listen(String type, Consumer<Boolean> listener) {
    getElement()
        .addEventListener(
            type, event -> listener.accept(event.getEventData().get("event.detail.on").asBoolean()))
        .addEventData("event.detail.on");
  }

  /** Whether the reader sees the newest rows. */
  boolean isAtTop() {
    return atTop;
  }

  /** Marks rows as just arrived, in place of those marked before. */
  void mark(Set<String> feedbackIds) {
    fresh.clear();
    fresh.addAll(feedbackIds);
  }

  private void showDetailsInRow(boolean narrow) {
    person.setVisible(!narrow);
    site.setVisible(!narrow);
    getElement().getClassList().set("narrow", narrow);
  }

  private @Nullable String part(Feedback item) {
    boolean unread = "new".equals(item.status());
    boolean justArrived = fresh.contains(item.feedbackId());
    return justArrived ? (unread ? "arrived unread" : "arrived") : unread ? "unread" : null;
  }

  private static LitRenderer<Feedback> rating() {
    return LitRenderer.<Feedback>of(
            """
            <span class="cell-rating" title="${item.mood}"
              ><span class="dot mood-${item.key}" role="img" aria-label="${item.mood}"></span
              ><span class="stars" role="img" aria-label="${item.label}">${item.stars}</span
            ></span>
            """)
        .withProperty("mood", item -> Mood.word(item.sentiment()))
        .withProperty("key", item -> Mood.key(item.sentiment()))
        .withProperty("label", item -> Stars.label(item.rating()))
        .withProperty("stars", item -> Stars.text(item.rating()));
  }

  private static LitRenderer<Feedback> message() {
    return LitRenderer.<Feedback>of(
            """
            <div class="cell-message">
              <span class="excerpt">${item.excerpt}</span>
              <span class="from">${item.from}</span>
            </div>
            """)
        .withProperty("excerpt", FeedbackGrid::excerpt)
        .withProperty("from", FeedbackGrid::from);
  }

  private static LitRenderer<Feedback> time() {
    return LitRenderer.<Feedback>of("<feedback-time datetime=\"${item.at}\"></feedback-time>")
        .withProperty("at", item -> item.createdAt().toString());
  }

  private static String excerpt(Feedback item) {
    String message = text(item.message()).replaceAll("\\s+", " ");
    if (message.isEmpty()) {
      return "Rating only";
    }
    return message.length() <= EXCERPT ? message : message.substring(0, EXCERPT) + "…";
  }

  private static String from(Feedback item) {
    String site = text(item.siteName());
    return site.isEmpty() ? person(item) : person(item) + " · " + site;
  }

  private static String person(Feedback item) {
    return item.name() != null
        ? item.name()
        : Objects.requireNonNullElse(item.email(), "Anonymous");
  }

  private static String text(@Nullable String value) {
    return Objects.requireNonNullElse(value, "");
  }
}
