package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.SvgIcon;
import com.vaadin.flow.router.RouterLink;
import io.feedbackplatform.admin.api.Site;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Symbol;
import java.util.List;

/** The sites of a tenant; each leads to its own page. */
final class SiteList extends UnorderedList {
  private static final int SHOWN = 3;

  SiteList() {
    addClassName("rows");
  }

  void show(List<Site> sites) {
    removeAll();
    sites.forEach(site -> add(row(site)));
  }

  private static Row row(Site site) {
    SvgIcon mark = Symbol.SITE.icon();
    mark.addClassName("row-mark");
    RouterLink name = new RouterLink(site.name(), SiteView.class, SiteView.of(site));
    name.addClassName("row-link");
    Row row = new Row(mark, name, origins(site), guard(site));
    row.addClassName("row-leads");
    return row;
  }

  private static Div origins(Site site) {
    Div below = new Div();
    below.addClassName("row-below");
    site.origins().stream().limit(SHOWN).map(SiteList::origin).forEach(below::add);
    if (site.origins().isEmpty()) {
      Span nowhere = new Span("No address yet: the widget works nowhere");
      nowhere.addClassName("row-trouble");
      below.add(nowhere);
    } else if (site.origins().size() > SHOWN) {
      below.add(new Span("and " + (site.origins().size() - SHOWN) + " more"));
    }
    return below;
  }

  static Span origin(String origin) {
    Span chip = new Span(origin);
    chip.addClassNames("chip", "code");
    return chip;
  }

  private static Component[] guard(Site site) {
    if (!site.asksForWork()) {
      return new Component[0];
    }
    Span chip = new Span("Proof of work");
    chip.addClassName("chip");
    return new Component[] {chip};
  }
}
