package io.feedbackplatform.admin.look;

import com.vaadin.flow.component.icon.SvgIcon;

/**
 * The console's icons: static files of a few hundred bytes each. Vaadin's own set is a script of 50
 * KB that the first icon of it would load.
 */
public enum Symbol {
  INBOX("inbox"),
  SCHEME("scheme"),
  LEAVE("leave"),
  CLOSE("close"),
  UP("up"),
  BROKEN("broken"),
  LOST("lost"),
  COPY("copy"),
  TEAM("team"),
  KEY("key"),
  LOG("log"),
  SITE("site"),
  LETTER("letter"),
  BIN("bin"),
  ALERT("alert"),
  SPAM("spam"),
  USAGE("usage"),
  PLUS("plus"),
  EDIT("edit"),
  FILTER("filter"),
  SEARCH("search");

  /** Where the icons are, for annotations that take a path. */
  public static final String FOLDER = "console/icons/";

  private final String file;

  Symbol(String file) {
    this.file = file;
  }

  /** A new icon, which says nothing to assistive technology. */
  public SvgIcon icon() {
    SvgIcon icon = new SvgIcon(FOLDER + file + ".svg");
    icon.getElement().setAttribute("aria-hidden", "true");
    return icon;
  }
}
