package io.feedbackplatform.admin.audit;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.SvgIcon;
import io.feedbackplatform.admin.api.AuditPage.Entry;
import io.feedbackplatform.admin.look.Moment;
import io.feedbackplatform.admin.look.Row;
import io.feedbackplatform.admin.look.Symbol;
import java.util.List;

/** Entries of the audit, newest first. */
final class AuditList extends OrderedList {

  AuditList() {
    addClassNames("rows", "audit");
  }

  void clear() {
    removeAll();
  }

  void append(List<Entry> entries, Sentence sentence) {
    entries.forEach(entry -> add(row(entry, sentence)));
  }

  private static Row row(Entry entry, Sentence sentence) {
    Div below = new Div(Moment.exact(entry.at()));
    below.addClassName("row-below");
    if (!entry.fields().isEmpty()) {
      below.add(new Span(" · changed " + String.join(", ", entry.fields())));
    }
    String address = entry.actor().address();
    if (address != null) {
      below.add(new Span(" · from " + address));
    }
    Span number = new Span("#" + entry.sequence());
    number.addClassName("row-number");
    SvgIcon mark = symbol(entry.target().kind()).icon();
    mark.addClassName("row-mark");
    return new Row(mark, sentence.of(entry), below, number);
  }

  private static Symbol symbol(String kind) {
    return switch (kind) {
      case "member" -> Symbol.TEAM;
      case "invitation" -> Symbol.LETTER;
      case "api_key" -> Symbol.KEY;
      case "site", "site_key" -> Symbol.SITE;
      default -> Symbol.LOG;
    };
  }
}
