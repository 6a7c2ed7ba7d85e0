package io.feedbackplatform.admin.sites;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Pre;
import io.feedbackplatform.admin.look.CopyButton;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes into the pages of a site, ready to be copied, with the newest of its keys. */
final class Tag extends Div {
  private static final String UNKNOWN = "https://YOUR-WIDGET-HOST/widget/v1/widget.js";

  private final @Nullable URI script;
  private final @Nullable URI api;
  private String shown = "";

  Tag(@Nullable URI script, @Nullable URI api) {
    this.script = script;
    this.api = api;
    addClassName("panel");
    setVisible(false);
  }

  void show(List<String> keys) {
    setVisible(!keys.isEmpty());
    String text = keys.isEmpty() ? "" : text(keys.getLast());
    if (!text.equals(shown)) {
      shown = text;
      removeAll();
      Div header = new Div(new H2("Install"), new CopyButton("Copy tag", text));
      header.addClassName("panel-header");
      Paragraph how = new Paragraph("Put this tag on each page of the site, anywhere in it.");
      how.addClassName("panel-words");
      Pre tag = new Pre(text);
      tag.addClassName("snippet");
      tag.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", "Tag");
      add(header, how, tag);
    }
  }

  private String text(String key) {
    String from = script == null ? UNKNOWN : script.toString();
    String to = api == null ? "" : "\n  data-api=\"" + api + "\"";
    return "<script async\n  src=\""
        + from
        + "\"\n  data-site-key=\""
        + key
        + "\""
        + to
        + "></script>";
  }
}
