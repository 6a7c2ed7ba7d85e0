package io.feedbackplatform.admin.inbox;

import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.grid.GridVariant;
import com.vaadin.flow.data.renderer.LitRenderer;
import io.feedbackplatform.admin.api.Feedback;
import io.feedbackplatform.admin.look.Answers;
import io.feedbackplatform.admin.look.Mood;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The rows of the inbox. Templates bind values as text: what a visitor typed is never markup. */
final class FeedbackGrid extends Grid<Feedback> {
  private static final long serialVersionUID = 1;
  private static final int EXCERPT = 240;
  private static final String WATCH =
      """
      const grid = this;
      const say = (type, value) => grid.dispatchEvent(new CustomEvent(type, { detail: { value } }));
      let top = true;
      grid.$.table.addEventListener('scroll', () => {
        const now = grid.$.table.scrollTop < 24;
        if (now !== top) { top = now; say('at-top', now); }
      }, { passive: true });
      let room = 'wide';
      new ResizeObserver(() => {
        const width = grid.clientWidth;
        const now = width === 0 ? room : width < 480 ? 'phone' : width < 760 ? 'narrow' : 'wide';
        if (now !== room) { room = now; say('room', now); }
      }).observe(grid);
      """;
  private final Set<String> fresh = new HashSet<>();
  private final Set<String> faded = new HashSet<>();
  private final Column<Feedback> rating;
  private final Column<Feedback> person;
  private final Column<Feedback> site;
  private boolean atTop = true;

  FeedbackGrid() {
    super(Feedback.class, false);
    addClassName("inbox-grid");
    addThemeVariants(GridVariant.LUMO_NO_BORDER);
    setSizeFull();
    setPageSize(FeedbackView.PAGE);
    rating = addColumn(rating()).setHeader("Rating").setWidth("8.5rem").setFlexGrow(0);
    addColumn(message())
        .setHeader("Feedback")
        .setFlexGrow(1)
        .setPartNameGenerator(item -> "new".equals(item.status()) ? "unread" : null);
    person = addColumn(FeedbackGrid::person).setHeader("Person").setWidth("11rem").setFlexGrow(0);
    site = addColumn(item -> text(item.siteName())).setHeader("Site").setWidth("10rem");
    site.setFlexGrow(0);
    addColumn(time()).setHeader("Received").setWidth("7.5rem").setFlexGrow(0);
    setPartNameGenerator(this::part);
    setEmptyStateText("There is nothing here.");
    addAttachListener(attached -> getElement().executeJs(WATCH));
    listen("at-top", top -> atTop = top.asBoolean());
    listen("room", room -> fit(room.asString()));
  }

  private void listen(String type, Consumer<JsonNode> listener) {
    getElement()
        .addEventListener(
            type, event -> listener.accept(event.getEventData().get("event.detail.value")))
        .addEventData("event.detail.value");
  }

  // What no longer fits into columns goes into the second line of the row.
  private void fit(String room) {
    boolean wide = room.equals("wide");
    boolean phone = room.equals("phone");
    rating.setVisible(!phone);
    person.setVisible(wide);
    site.setVisible(wide);
    getElement().getClassList().set("narrow", !wide);
    getElement().getClassList().set("phone", phone);
  }

  private @Nullable String part(Feedback item) {
    if (faded.contains(item.feedbackId())) {
      return "faded";
    }
    return fresh.contains(item.feedbackId()) ? "arrived" : null;
  }

  /** Marks a row as one that does not belong here any more. */
  void fade(String feedbackId) {
    faded.add(feedbackId);
  }

  /** Whether the reader sees the newest rows. */
  boolean isAtTop() {
    return atTop;
  }

  /** Marks rows as just arrived, in place of those marked before. */
  void mark(Set<String> feedbackIds) {
    fresh.clear();
    fresh.addAll(feedbackIds);
    faded.removeAll(feedbackIds);
  }

  /** Takes all marks off. */
  void markNothing() {
    fresh.clear();
    faded.clear();
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
        .withProperty("label", Answers::label)
        .withProperty("stars", Answers::text);
  }

  private static LitRenderer<Feedback> message() {
    return LitRenderer.<Feedback>of(
            """
            <div class="cell-message">
              <span class="${item.style}"
                ><span class="chip warn" ?hidden="${!item.over}">Over quota</span
                >${item.excerpt}</span>
              <span class="from"
                ><span class="from-rating"
                  ><span class="dot mood-${item.key}" role="img" aria-label="${item.mood}"></span
                  ><span class="stars" role="img" aria-label="${item.label}">${item.stars}</span
                ></span>${item.from}</span>
            </div>
            """)
        .withProperty("style", item -> item.message() == null ? "excerpt excerpt-none" : "excerpt")
        .withProperty("over", Feedback::isOverQuota)
        .withProperty("excerpt", FeedbackGrid::excerpt)
        .withProperty("from", FeedbackGrid::from)
        .withProperty("mood", item -> Mood.word(item.sentiment()))
        .withProperty("key", item -> Mood.key(item.sentiment()))
        .withProperty("label", Answers::label)
        .withProperty("stars", Answers::text);
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
