package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.look.Moment;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is so of a site. */
final class SiteFacts extends Div {
  private @Nullable Site shown;

  void show(Site site) {
    shown = site;
    removeAll();
    DescriptionList facts = new DescriptionList();
    facts.addClassNames("facts", "facts-plain");
    fact(facts, "Allowed origins", origins(site));
    fact(facts, "The form asks", new Span(QuestionWords.of(site.question())));
    fact(
        facts,
        "Proof of work",
        new Span(site.asksForWork() ? "Browsers work before they send" : "Not asked for"));
    fact(facts, "Since", Moment.exact(site.createdAt()));
    fact(facts, "ID", id(site));
    add(facts);
  }

  /** The site that is shown, once there is one. */
  Optional<Site> site() {
    return Optional.ofNullable(shown);
  }

  private static Component origins(Site site) {
    if (site.origins().isEmpty()) {
      return new Span("None");
    }
    Div origins = new Div();
    origins.addClassName("chips");
    site.origins().stream().map(SiteList::origin).forEach(origins::add);
    return origins;
  }

  private static Span id(Site site) {
    Span id = new Span(site.siteId());
    id.addClassName("code");
    return id;
  }

  private static void fact(DescriptionList list, String name, Component value) {
    list.add(new DescriptionList.Term(name), new DescriptionList.Description(value));
  }
}
