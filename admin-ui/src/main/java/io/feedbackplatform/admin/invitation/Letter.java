package io.feedbackplatform.admin.invitation;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;

/** A page that says one thing, and what to do. */
final class Letter extends Main {

  Letter() {
    addClassName("letter");
  }

  void say(String title, String words, Component... actions) {
    removeAll();
    Paragraph text = new Paragraph(words);
    text.getElement().setAttribute("role", "status");
    Div end = new Div(actions);
    end.addClassName("letter-end");
    Div card = new Div(new Image("console/icon.svg", ""), new H1(title), text, end);
    card.addClassName("letter-card");
    add(card);
  }
}
